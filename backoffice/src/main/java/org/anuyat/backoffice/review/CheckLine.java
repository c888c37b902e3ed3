package org.anuyat.backoffice.review;

import java.util.List;
import org.anuyat.backoffice.cases.CaseFolder;
import org.anuyat.kit.part.Row;
import org.jspecify.annotations.Nullable;

/**
 * A point of the checklist as the page shows it.
 *
 * @param id for links to it
 * @param found {@code ok}, {@code defect} or empty
 * @param targets what can be ticked for correction; empty when there is only one thing
 * @param answers what the applicant answered
 * @param documents what the applicant handed in
 * @param changed whether the applicant changed it in the latest round
 */
public record CheckLine(
        String key,
        String id,
        String text,
        String found,
        String remark,
        List<Target> targets,
        List<Row> answers,
        List<CaseFolder.Document> documents,
        boolean missing,
        boolean changed,
        @Nullable String error) {

    /** A field or document of a point. */
    public record Target(String id, String label, boolean ticked) {}
}
