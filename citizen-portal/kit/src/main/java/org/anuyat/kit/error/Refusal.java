package org.anuyat.kit.error;

import java.io.Serial;
import org.springframework.http.HttpStatus;

/**
 * A request that is answered with a refusal in the reader's language. A mistake or a coincidence, never a fault of ours: it
 * is not logged as an error.
 */
public final class Refusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final Object[] arguments;

    /**
     * A refusal.
     *
     * @param status what clients get; {@code 4xx} or 503
     * @param code the messages {@code code.title} and {@code code.text} say it in words
     * @param arguments what the texts mention
     */
    public Refusal(HttpStatus status, String code, Object... arguments) {
        super(status + " " + code, null, false, false);
        this.status = status;
        this.code = code;
        this.arguments = arguments.clone();
    }

    /** There is no such thing, or the reader may not know that there is. */
    public static Refusal notFound() {
        return of(HttpStatus.NOT_FOUND);
    }

    /** The reader may not do this. */
    public static Refusal forbidden() {
        return of(HttpStatus.FORBIDDEN);
    }

    /** Somebody else, or the same reader in another window, has changed it meanwhile. */
    public static Refusal changedMeanwhile() {
        return of(HttpStatus.CONFLICT);
    }

    /** With the kit's own words for the status. */
    public static Refusal of(HttpStatus status) {
        return new Refusal(status, "kit.failed." + status.value());
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    Object[] arguments() {
        return arguments.clone();
    }
}
