package org.anuyat.sandboxbank.ledger;

/** How the payer pays, and how badly the bank behaves. */
public enum Manner {
    NORMAL,
    /** Two payments, one after the other. */
    TWICE,
    /** The payment is dated ahead of the clock. */
    LATE,
    /** Another amount than the code's. */
    WRONG_AMOUNT,
    /** Money is taken, nobody is told. */
    CALLBACK_LOST,
    /** One payment, confirmed two times. */
    CALLBACK_TWICE,
    /** Money is taken at once, the biller is told of it some time later. */
    CALLBACK_LATE,
    /** A confirmation of a payment that never was. */
    FORGED;

    /** Whether money is taken at all. */
    public boolean takesMoney() {
        return this != FORGED;
    }
}
