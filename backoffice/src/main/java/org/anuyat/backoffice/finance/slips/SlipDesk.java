package org.anuyat.backoffice.finance.slips;

import java.util.UUID;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.kit.error.Refusal;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.api.slips.Slip;
import org.anuyat.payments.api.slips.SlipDecision;
import org.anuyat.payments.api.slips.SlipDecision.Kind;
import org.anuyat.payments.api.slips.Slips;
import org.anuyat.payments.api.slips.StatementEntry;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.payment.slip.SlipCase;
import org.anuyat.workflow.payment.slip.SlipWord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The slips of one agency: the adapter knows slips by their id alone, so whose they are is checked here. Each decision is in the record before the
 * adapter is told.
 */
@Component
class SlipDesk {

    private final Slips slips;
    private final SlipCase record;

    SlipDesk(Slips slips, SlipCase record) {
        this.slips = slips;
        this.record = record;
    }

    /** Whether the officer may be the second of the two: who decides about applications, not who proposes. */
    static boolean approves(Officer officer) {
        return officer.is(Role.APPROVER_1) || officer.is(Role.APPROVER_2);
    }

    /** Lets finance officers and approvers pass. */
    static Officer reader(CurrentOfficer current) {
        Officer officer = current.officer();
        if (!officer.is(Role.FINANCE) && !approves(officer)) {
            throw Refusal.forbidden();
        }
        return officer;
    }

    /** A slip of the officer's agency. */
    Slip find(UUID id, Officer officer) {
        try {
            Slip slip = slips.slip(id);
            if (slip.agency().equals(officer.agency())) {
                return slip;
            }
        } catch (PaymentsRefusal refusal) {
            if (refusal.reason() != PaymentsRefusal.Reason.NOT_FOUND) {
                throw refusal;
            }
        }
        throw Refusal.notFound();
    }

    /**
     * Enters a line of the statement.
     *
     * @throws PaymentsRefusal when the books don't take it, which is recorded too
     */
    void propose(Slip slip, StatementEntry entry, CurrentOfficer current) {
        SlipWord word = word(slip, "PROPOSE", "", entry);
        tell(word, current, () -> slips.propose(slip.id(), entry));
    }

    /**
     * Decides.
     *
     * @throws PaymentsRefusal when the books don't take it, which is recorded too
     */
    void decide(Slip slip, Kind kind, String reason, CurrentOfficer current) {
        StatementEntry entry = slip.statement() == null ? null : slip.statement().entry();
        SlipWord word = word(slip, kind.name(), kind == Kind.APPROVE ? "" : reason, entry);
        tell(word, current, () -> slips.decide(slip.id(), new SlipDecision(kind, current.officer().subject(), word.reason())));
        if (kind == Kind.REFUSE) {
            record.refused(word, current.officer().agency(), current.actor());
        }
    }

    private void tell(SlipWord word, CurrentOfficer current, Runnable books) {
        String agency = current.officer().agency();
        record.decided(word, agency, current.actor());
        try {
            books.run();
        } catch (PaymentsRefusal refusal) {
            record.rejected(word, agency, current.actor(), refusal.reason().name());
            throw refusal;
        }
    }

    private static SlipWord word(Slip slip, String decision, String reason, @Nullable StatementEntry entry) {
        return new SlipWord(
                slip.id(),
                slip.applicationNumber(),
                decision,
                reason,
                entry == null ? "" : "%s %s %s".formatted(entry.bank(), entry.on(), entry.line()),
                entry == null ? 0 : entry.amountSatang());
    }
}
