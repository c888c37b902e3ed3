package org.anuyat.payments.service;

/** Has due work looked for at once instead of at the next beat; losing a nudge only costs that pause. */
public interface Nudge {

    /** Every kind of work: for what happens seldom. */
    void now();

    /** One kind of work: for what happens hundreds of times a second. */
    void now(Chore.Kind kind);
}
