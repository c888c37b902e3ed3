package org.anuyat.backoffice.permits;

import java.util.Arrays;
import java.util.List;
import org.anuyat.workflow.registry.PermitStatus;

/** The orders, and to which permits they can be given. */
enum OrderKind {
    /** พักใช้ใบอนุญาต. */
    SUSPEND(PermitStatus.VALID),
    /** เพิกถอนใบอนุญาต. */
    REVOKE(PermitStatus.VALID, PermitStatus.SUSPENDED),
    /** ยกเลิกการพักใช้ใบอนุญาต. */
    REINSTATE(PermitStatus.SUSPENDED);

    private final List<PermitStatus> to;

    OrderKind(PermitStatus... to) {
        this.to = List.of(to);
    }

    boolean suits(PermitStatus status) {
        return to.contains(status);
    }

    static List<OrderKind> suiting(PermitStatus status) {
        return Arrays.stream(values()).filter(kind -> kind.suits(status)).toList();
    }
}
