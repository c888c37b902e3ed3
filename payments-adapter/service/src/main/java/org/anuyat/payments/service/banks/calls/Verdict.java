package org.anuyat.payments.service.banks.calls;

/** What a bank is answered, in no bank's words. */
public enum Verdict {
    OK,
    /** No bill of this biller bears these references, or it has been withdrawn, or another bank collects for it. */
    NOT_FOUND,
    /** Another amount than the bill's. */
    AMOUNT,
    /** The bill's time is over. */
    EXPIRED,
    /** The bill holds money, or the bank itself reported some; also: too late to cancel. */
    PAID,
    /** The transaction number was used for another payment. */
    DUPLICATE
}
