package org.anuyat.workflow.issuance.signature;

/** A picture that can't serve as the picture of a signature, or not for this officer; nothing of it was kept. */
public class PictureRefused extends RuntimeException {

    /** Why. Message bundles hold a text for each under {@code signature.refused.<reason>}. */
    public enum Reason {
        /** The officer decides about no permits. */
        NOT_AN_APPROVER,
        /** One side is longer than {@value SignaturePictures#LONGEST_SIDE} pixels. */
        TOO_MANY_PIXELS,
        /**
         * The longer side has less than {@value SignaturePictures#LEAST_WIDTH} pixels or the shorter one less than
         * {@value SignaturePictures#LEAST_HEIGHT}, or what was written has both.
         */
        TOO_FEW_PIXELS,
        /** What was written can't be told from what it was written on: the background isn't light and even. */
        DARK,
        /** Nothing is written on it. */
        BLANK
    }

    private final Reason reason;

    PictureRefused(Reason reason) {
        super(reason.toString());
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
