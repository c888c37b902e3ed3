package org.anuyat.kit.error;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
    private final List<OversizedUpload> oversized;

    Answer(MessageSource messages, List<OversizedUpload> oversized) {
        this.messages = messages;
        this.oversized = List.copyOf(oversized);
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
        ModelAndView own = refusal.status() == HttpStatus.CONTENT_TOO_LARGE ? oversized(request, locale) : null;
        if (own != null) {
            own.setStatus(refusal.status());
            return own;
        }
        return new ModelAndView("kit/error", Map.of("title", title, "text", text, "reference", reference), refusal.status());
    }

    private @Nullable ModelAndView oversized(HttpServletRequest request, Locale locale) {
        String path = path(request);
        return oversized.stream()
                .map(room -> room.page(path, locale))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
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
        return path(request).startsWith(API) || wantsJson(request.getHeader(HttpHeaders.ACCEPT));
    }

    /** The address that was asked for, also while its error page is drawn. */
    private static String path(HttpServletRequest request) {
        String uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed ? failed : request.getRequestURI();
        return uri.substring(request.getContextPath().length());
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
