package org.anuyat.kit.error;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Answers the exceptions that come out of controllers. */
@ControllerAdvice
final class Refusals {

    private final Meanings meanings;
    private final Answer answer;
    private final MessageSource messages;

    Refusals(Meanings meanings, Answer answer, MessageSource messages) {
        this.meanings = meanings;
        this.answer = answer;
        this.messages = messages;
    }

    @ExceptionHandler(Exception.class)
    @Nullable Object refuse(Exception exception, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (isForSpringSecurity(exception)) {
            throw exception;
        }
        if (exception instanceof IOException && response.isCommitted()) {
            return null;
        }
        Refusal refusal = meanings.of(exception);
        Reference.log(refusal, Reference.of(request), exception);
        Meanings.headers(exception).forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        return answer.to(request, refusal,
                Answer.errors(exception, messages, RequestContextUtils.getLocale(request)));
    }

    /** Who isn't signed in is sent to sign in, by the filter around us; the kit works without Spring Security, too. */
    private static boolean isForSpringSecurity(Throwable exception) {
        for (Class<?> type = exception.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals("org.springframework.security.access.AccessDeniedException")
                    || type.getName().equals("org.springframework.security.core.AuthenticationException")) {
                return true;
            }
        }
        return false;
    }
}
