package org.anuyat.kit.error;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Finds out what an exception means: the rooms' own meanings first, then the framework's. */
final class Meanings {

    /** SQLSTATE of a text with a character that PostgreSQL can't hold, which nobody types: U+0000. */
    private static final String NO_CHARACTER = "22021";

    private final List<Meaning> meanings;

    Meanings(List<Meaning> meanings) {
        this.meanings = List.copyOf(meanings);
    }

    /** The refusal for the exception or for whatever caused it; an inner server error when nobody knows it. */
    Refusal of(Throwable exception) {
        Throwable cause = exception;
        for (int depth = 0; cause != null && depth < 10; depth++, cause = cause.getCause()) {
            Refusal known = known(cause);
            if (known != null) {
                return known;
            }
        }
        return Refusal.of(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    /** What the protocol asks to be said beside the status, such as {@code Allow} with 405. */
    static HttpHeaders headers(Throwable exception) {
        return exception instanceof ErrorResponse response ? response.getHeaders() : HttpHeaders.EMPTY;
    }

    private @Nullable Refusal known(Throwable exception) {
        if (exception instanceof Refusal refusal) {
            return refusal;
        }
        for (Meaning meaning : meanings) {
            Refusal refusal = meaning.of(exception);
            if (refusal != null) {
                return refusal;
            }
        }
        if (exception instanceof MaxUploadSizeExceededException || isTooLarge(exception)) {
            return Refusal.of(HttpStatus.CONTENT_TOO_LARGE);
        }
        if (exception instanceof ErrorResponse response) {
            return worded(response.getStatusCode().value());
        }
        if (exception instanceof ConcurrencyFailureException) {
            return Refusal.changedMeanwhile();
        }
        return isUnreadable(exception) ? Refusal.of(HttpStatus.BAD_REQUEST) : null;
    }

    /** The statuses that have words of their own. */
    static Refusal worded(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        if (known == null) {
            return Refusal.of(status < 500 ? HttpStatus.BAD_REQUEST : HttpStatus.INTERNAL_SERVER_ERROR);
        }
        return switch (known) {
            case BAD_REQUEST, FORBIDDEN, NOT_FOUND, METHOD_NOT_ALLOWED, CONFLICT, CONTENT_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE,
                TOO_MANY_REQUESTS, INTERNAL_SERVER_ERROR, SERVICE_UNAVAILABLE -> Refusal.of(known);
            default -> new Refusal(known, known.is5xxServerError() ? "kit.failed.500" : "kit.failed.400");
        };
    }

    private static boolean isUnreadable(Throwable exception) {
        return exception instanceof org.springframework.http.converter.HttpMessageNotReadableException
                || exception instanceof org.springframework.beans.TypeMismatchException
                || exception instanceof MultipartException
                || exception instanceof SQLException sql && NO_CHARACTER.equals(sql.getSQLState());
    }

    /** Tomcat's own exceptions of uploads, which appear when a filter is the first to read the parameters. */
    private static boolean isTooLarge(Throwable exception) {
        return exception.getClass().getSimpleName().toLowerCase(Locale.ROOT).contains("sizelimitexceeded");
    }
}
