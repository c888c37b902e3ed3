package org.anuyat.workflow.catalogue;

import org.anuyat.workflow.language.LocalizedText;

/**
 * How long everything may take. Every period is data with its legal basis, because laws and ordinances change.
 *
 * @param correction for the applicant to correct what was listed
 * @param decision for the agency to decide, from a complete application on
 * @param payment for the applicant to pay, from the notice on
 * @param appeal for the applicant to appeal, from the notice of the order on
 */
public record Deadlines(Deadline correction, Deadline decision, Deadline payment, Deadline appeal) {

    /** Days to correct. */
    public int correctionDays() {
        return correction.days();
    }

    /** Days to decide. */
    public int decisionDays() {
        return decision.days();
    }

    /** Days to pay. */
    public int paymentDays() {
        return payment.days();
    }

    /** Days to appeal. */
    public int appealDays() {
        return appeal.days();
    }

    /**
     * One period.
     *
     * @param days how many
     * @param workingDays whether only working days count (วันทำการ)
     * @param legalBasis the provision that sets it
     * @param checked false as long as nobody compared it with the text of the law
     */
    public record Deadline(int days, boolean workingDays, LocalizedText legalBasis, boolean checked) {}
}
