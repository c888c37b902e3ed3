package org.anuyat.backoffice.review;

import java.util.Objects;
import org.anuyat.workflow.review.receiving.Destination;
import org.jspecify.annotations.Nullable;

/**
 * What the receiving officer typed about the competent agency.
 *
 * @param agency code of an agency of this installation, or {@value #ELSEWHERE}
 * @param name of an agency that is not on it
 * @param contact where and how to reach that one
 */
record ForwardForm(String agency, String name, String contact, String reason) {

    /** Stands for an agency outside of this installation; no code has small letters. */
    static final String ELSEWHERE = "other";

    ForwardForm(@Nullable String agency, @Nullable String name, @Nullable String contact, @Nullable String reason) {
        this.agency = Objects.requireNonNullElse(agency, "");
        this.name = plain(name);
        this.contact = plain(contact);
        this.reason = plain(reason);
    }

    boolean isElsewhere() {
        return agency.equals(ELSEWHERE);
    }

    boolean isComplete() {
        return !agency.isEmpty() && !reason.isEmpty() && (!isElsewhere() || (!name.isEmpty() && !contact.isEmpty()));
    }

    Destination destination() {
        return isElsewhere() ? Destination.elsewhere(name, contact) : Destination.here(agency);
    }

    private static String plain(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\r\n", "\n").strip();
    }
}
