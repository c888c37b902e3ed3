package org.anuyat.workflow.submission.corrections;

import org.anuyat.workflow.catalogue.form.answers.FormReading;

/**
 * What became of a field that was sent.
 *
 * @param correction as it stands now
 * @param reading the answer, and what is wrong with it; with errors nothing was changed
 */
public record Corrected(Correction correction, FormReading reading) {}
