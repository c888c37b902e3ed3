package org.anuyat.payments.service.banks;

import org.anuyat.payments.service.BankAccess;

/** A documented interface of banks, a bean in the package of its messages: what is there can be named in the settings. */
public interface BankAdapter {

    /** How the settings name it ({@code anuyat.payments.banks.<name>.adapter}). */
    String name();

    /**
     * Opens a bank that speaks it.
     *
     * @throws IllegalStateException naming what its settings lack
     */
    Bank open(BankAccess access);
}
