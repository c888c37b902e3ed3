package org.anuyat.kit.error;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Says a refusal as a page to people and as problem details (RFC 9457) to programs. */
final class Answer {

    private static final String API = "/api/";

    private final MessageSource messages;

    Answer(MessageSource messages) {
        this.messages = messages;
    }

    Object to(HttpServletRequest request, Refusal refusal, List<Map<String, String>> errors) {
        Locale locale = RequestContextUtils.getLocale(request);
        String title = messages.getMessage(refusal.code() + ".title", refusal.arguments(), locale);
        String text = messages.getMessage(refusal.code() + ".text", refusal.arguments(), locale);
        String reference = Reference.of(request);
        if (isProgram(request)) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(refusal.status(), text);
            problem.setType(URI.create("urn:anuyat:problem:" + refusal.code()));
            problem.setTitle(title);
            problem.setInstance(URI.create("urn:anuyat:reference:" + reference));
            if (!errors.isEmpty()) {
                problem.setProperty("errors", errors);
            }
            return ResponseEntity.status(refusal.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
        }
        return new ModelAndView("kit/error", Map.of("title", title, "text", text, "reference", reference), refusal.status());
    }

    /** What is wrong with which part of the content, by JSON pointers. */
    static List<Map<String, String>> errors(Throwable exception, MessageSource messages, Locale locale) {
        BindingResult result = exception instanceof BindException bind ? bind.getBindingResult() : null;
        return result == null ? List.of() : result.getFieldErrors().stream()
                .map(error -> Map.of(
                        "pointer", "#/" + error.getField().replace("[", "/").replace("]", "").replace('.', '/'),
                        "detail", messages.getMessage(error, locale)))
                .toList();
    }

    private static boolean isProgram(HttpServletRequest request) {
        String uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed ? failed : request.getRequestURI();
        return uri.substring(request.getContextPath().length()).startsWith(API) || wantsJson(request.getHeader(HttpHeaders.ACCEPT));
    }

    private static boolean wantsJson(String accept) {
        try {
            List<MediaType> types = MediaType.parseMediaTypes(accept);
            return types.stream().noneMatch(type -> type.includes(MediaType.TEXT_HTML) && type.isConcrete())
                    && types.stream().anyMatch(type -> type.getSubtype().endsWith("json"));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
