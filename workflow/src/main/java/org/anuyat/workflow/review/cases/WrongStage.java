package org.anuyat.workflow.review.cases;

/** The officers have not come that far with the case, or are past it. */
public final class WrongStage extends RuntimeException {

    private final ReviewCase of;

    public WrongStage(ReviewCase of, Stage wanted) {
        super("case " + of.number() + " is " + of.stage() + ": " + wanted + " is not possible");
        this.of = of;
    }

    /** The case as it is. */
    public ReviewCase of() {
        return of;
    }
}
