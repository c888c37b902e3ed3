package org.anuyat.workflow.submission.drafts;

import org.anuyat.workflow.catalogue.form.answers.FormReading;

/**
 * What became of a page that was sent.
 *
 * @param draft as it stands now
 * @param reading the page's answers, and what is wrong with them
 */
public record Saved(Draft draft, FormReading reading) {

    /** Whether the page's answers were taken over; else what was typed is kept until they can be. */
    public boolean accepted() {
        return reading.isComplete();
    }
}
