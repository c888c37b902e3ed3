package org.anuyat.payments.service;

/** Has due work looked for at once instead of at the next beat; losing a nudge only costs that pause. */
public interface Nudge {

    void now();
}
