package org.anuyat.workflow.catalogue.form.words;

/**
 * One answer in words, for pages that show them all and for documents.
 *
 * @param page key of the page where it is asked
 * @param pageTitle heading of that page
 * @param group heading of its group; may be empty
 * @param field key of the control, for a link that changes it; {@code handlers[0].name} within a list
 * @param row number of the row counted from 1; 0 outside of lists
 * @param label the question
 * @param text the answer as it is read, dates in the Buddhist era; empty if there is none
 */
public record AnswerLine(
        String page, String pageTitle, String group, String field, int row, String label, String text) {}
