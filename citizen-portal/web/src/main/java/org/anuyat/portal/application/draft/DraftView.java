package org.anuyat.portal.application.draft;

import java.util.Locale;
import org.anuyat.kit.text.Formats;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.submission.drafts.Draft;

/**
 * A draft in a list.
 *
 * @param changed when it was changed last, in words
 * @param expires until when it is kept, in words
 */
public record DraftView(String id, String service, String changed, String expires) {

    /** The draft for a reader. */
    public static DraftView of(Draft draft, ServiceDefinition service, Formats formats, Locale locale) {
        return new DraftView(
                draft.id().toString(),
                service.title().in(locale),
                formats.dateTime(draft.changedAt()),
                formats.date(draft.expiresAt()));
    }
}
