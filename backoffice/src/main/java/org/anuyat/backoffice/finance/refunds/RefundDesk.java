package org.anuyat.backoffice.finance.refunds;

import org.anuyat.kit.error.Refusal;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;

/** Who may see refunds, and who may decide about them: those who decide about applications, not the finance officers who propose. */
final class RefundDesk {

    private RefundDesk() {}

    /** Whether the officer may be the second of the two. */
    static boolean decides(Officer officer) {
        return officer.is(Role.APPROVER_1) || officer.is(Role.APPROVER_2);
    }

    /** Lets finance officers and approvers pass. */
    static Officer reader(Officer officer) {
        if (!officer.is(Role.FINANCE) && !decides(officer)) {
            throw Refusal.forbidden();
        }
        return officer;
    }

    /** Lets approvers pass. */
    static Officer decider(Officer officer) {
        if (!decides(officer)) {
            throw Refusal.forbidden();
        }
        return officer;
    }
}
