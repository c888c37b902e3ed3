package org.anuyat.signing.api;

import org.jspecify.annotations.Nullable;

/** The service refused a call, in the same process or over HTTP. */
public class SigningRefusal extends RuntimeException {

    private final SigningProblem problem;
    private final String detail;

    /** The detail is for logs and administrators, in English, and holds nothing secret. */
    public SigningRefusal(SigningProblem problem, String detail) {
        this(problem, detail, null);
    }

    /** As above, with what caused it. */
    public SigningRefusal(SigningProblem problem, String detail, @Nullable Throwable cause) {
        super(problem + ": " + detail, cause);
        this.problem = problem;
        this.detail = detail;
    }

    /** Why. */
    public SigningProblem problem() {
        return problem;
    }

    /** Why, in more words. */
    public String detail() {
        return detail;
    }
}
