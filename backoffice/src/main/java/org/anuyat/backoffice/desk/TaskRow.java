package org.anuyat.backoffice.desk;

import java.time.Instant;
import org.anuyat.kit.part.Tag;
import org.jspecify.annotations.Nullable;

/**
 * A task as lists show it.
 *
 * @param url where it is done
 * @param who who has taken it on; null while it is free
 * @param own whether the reader has
 * @param late a tag, when it should have been done already
 */
public record TaskRow(
        long id,
        String url,
        String number,
        String caseUrl,
        String applicant,
        String service,
        String kind,
        Instant received,
        Instant due,
        @Nullable String who,
        boolean own,
        @Nullable Tag late) {}
