package org.anuyat.signing.api;

/** The service refused a call, in the same process or over HTTP. */
public class SigningRefusal extends RuntimeException {

    private final SigningProblem problem;

    /** The detail is for logs and administrators, in English, and holds nothing secret. */
    public SigningRefusal(SigningProblem problem, String detail) {
        super(problem + ": " + detail);
        this.problem = problem;
    }

    /** As above, with what caused it. */
    public SigningRefusal(SigningProblem problem, String detail, Throwable cause) {
        super(problem + ": " + detail, cause);
        this.problem = problem;
    }

    /** Why. */
    public SigningProblem problem() {
        return problem;
    }
}
