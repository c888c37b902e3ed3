package org.anuyat.workflow.review.cases;

/**
 * The number of an application in an agency's register of received papers (เลขรับ). It starts at 1 in every Buddhist-era year
 * and has no gaps.
 *
 * @param year in the Buddhist era
 * @param running from 1
 */
public record ReceiveNumber(int year, int running) {

    /** As registers write it: {@code 12/2569}. */
    @Override
    public String toString() {
        return running + "/" + year;
    }
}
