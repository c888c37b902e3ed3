package org.anuyat.workflow.issuance.signature;

import java.time.LocalDate;
import org.anuyat.workflow.approval.authority.Authorisation;
import org.jspecify.annotations.Nullable;

/**
 * Who decided last, as a permit shows it.
 *
 * @param subject the account, by which pictures of the signature are known
 * @param approvedOn the day of the decision in Bangkok
 * @param authorisation what they confirmed; null for decisions from before that was asked for
 */
public record Approver(
        String subject, String name, String position, LocalDate approvedOn, @Nullable Authorisation authorisation) {}
