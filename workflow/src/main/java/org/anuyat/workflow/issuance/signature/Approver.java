package org.anuyat.workflow.issuance.signature;

import java.time.LocalDate;
import org.anuyat.workflow.approval.authority.Authorisation;
import org.jspecify.annotations.Nullable;

/**
 * Who decided last, as a permit shows it.
 *
 * @param approvedOn the day of the decision in Bangkok
 * @param authorisation what they confirmed; null for decisions from before that was asked for
 */
public record Approver(String name, String position, LocalDate approvedOn, @Nullable Authorisation authorisation) {

    /** By which pictures and keys of the officer are known; null for decisions from before it was kept. */
    public @Nullable String username() {
        return authorisation == null ? null : authorisation.username();
    }
}
