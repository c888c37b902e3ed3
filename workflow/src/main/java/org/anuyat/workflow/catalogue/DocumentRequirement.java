package org.anuyat.workflow.catalogue;

import java.util.Set;
import org.anuyat.workflow.catalogue.schema.Condition;
import org.anuyat.workflow.language.LocalizedText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A document that goes with an application (เอกสารประกอบคำขอ). One electronic copy, never certified by the applicant
 * (sections 7 and 12 of the Electronic Performance of Government Service Act B.E. 2565).
 *
 * @param key stable name
 * @param group IDENTITY for papers that prove who somebody is, SERVICE for those of the service
 * @param name as it is printed in the manual
 * @param help what exactly is wanted, how old it may be
 * @param issuer who issues it; empty if nobody does
 * @param condition said in words, for the manual; empty if it is always needed
 * @param when the same as a condition on the answers; null if it always applies
 * @param required whether the application is incomplete without it where it applies
 * @param types file name extensions that are accepted, in lower case
 * @param maxBytes largest size of one file
 * @param maxFiles how many files may be attached for it
 */
public record DocumentRequirement(
        String key,
        String group,
        LocalizedText name,
        LocalizedText help,
        LocalizedText issuer,
        LocalizedText condition,
        @Nullable Condition when,
        boolean required,
        Set<String> types,
        long maxBytes,
        int maxFiles) {

    /** Whether these answers call for the document. */
    public boolean appliesTo(JsonNode answers) {
        return when == null || when.holds(answers);
    }
}
