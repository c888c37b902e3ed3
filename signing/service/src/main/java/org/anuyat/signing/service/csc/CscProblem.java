package org.anuyat.signing.service.csc;

/** A request that the API refuses, with its code (section 10.1 and the methods' own tables). */
final class CscProblem extends RuntimeException {

    private final int status;
    private final String error;

    CscProblem(int status, String error, String description) {
        super(description);
        this.status = status;
        this.error = error;
    }

    static CscProblem invalid(String description) {
        return new CscProblem(400, "invalid_request", description);
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }
}
