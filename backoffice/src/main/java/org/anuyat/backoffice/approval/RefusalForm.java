package org.anuyat.backoffice.approval;

import java.util.Arrays;
import org.anuyat.workflow.approval.refusal.Hearing;
import org.anuyat.workflow.approval.refusal.IncompleteOrder;
import org.anuyat.workflow.approval.refusal.RefusalGrounds;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an order of refusal as an approver typed them.
 *
 * @param hearing name of a {@link Hearing.Kind}
 */
record RefusalForm(
        @Nullable String facts,
        @Nullable String law,
        @Nullable String reasons,
        @Nullable String hearing,
        @Nullable String hearingNote) {

    static final RefusalForm EMPTY = new RefusalForm(null, null, null, null, null);

    /** @throws IncompleteOrder when a part is missing */
    RefusalGrounds grounds() {
        Hearing.Kind kind = Arrays.stream(Hearing.Kind.values())
                .filter(one -> one.name().equals(hearing))
                .findFirst()
                .orElse(null);
        // without the choice the note says nothing
        Hearing heard = kind == null
                ? new Hearing(Hearing.Kind.NOT_REQUIRED, "")
                : new Hearing(kind, text(hearingNote));
        return new RefusalGrounds(text(facts), text(law), text(reasons), heard);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
