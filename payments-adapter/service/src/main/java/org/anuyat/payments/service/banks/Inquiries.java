package org.anuyat.payments.service.banks;

import java.util.List;

/** Questions to a bank, whose answers are the bank's own confirmation of money. */
public interface Inquiries {

    /**
     * Asks the bank which payments it took; those that it has given back are left out.
     *
     * @throws BankAway when there is no usable answer
     */
    List<BankTransaction> ask(Inquiry inquiry);
}
