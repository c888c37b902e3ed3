package org.anuyat.backoffice.cases;

import java.time.Instant;
import java.util.List;
import org.anuyat.backoffice.desk.TaskRow;
import org.anuyat.kit.part.Row;
import org.anuyat.kit.part.Tag;
import org.anuyat.workflow.review.cases.ReviewCase;
import org.anuyat.workflow.submission.Application;
import org.jspecify.annotations.Nullable;

/**
 * A case in the reader's words, as every page about it begins.
 *
 * @param registered the case once it is registered; null before
 * @param tasks open tasks that the reader may do
 */
public record CaseFolder(
        Application application,
        String service,
        Tag state,
        @Nullable ReviewCase registered,
        List<TaskRow> tasks) {

    public String number() {
        return application.number();
    }

    public Instant received() {
        return application.receivedAt();
    }

    /** The version that forms carry, so that an act on a page of before is noticed; 0 before it is registered. */
    public int version() {
        return registered == null ? 0 : registered.version();
    }

    /** Answers under the heading of the page where they were asked. */
    public record Section(String title, List<Row> rows) {}

    /**
     * A document that was handed in.
     *
     * @param inline whether a browser may show it; other kinds are downloaded
     */
    public record Document(String requirement, String name, String type, String size, String sha256, String url, boolean inline) {}

    /** What became of something that the applicant was asked to correct. */
    public record Change(String what, String remark, String before, String after, boolean different, int round, Instant at) {}
}
