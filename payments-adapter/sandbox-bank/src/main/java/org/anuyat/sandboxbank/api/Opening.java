package org.anuyat.sandboxbank.api;

import java.util.concurrent.atomic.AtomicBoolean;
import org.anuyat.sandboxbank.BankPart;

/** Whether the bank answers billers: it can be closed from its page, to see what the biller does. Open again after a restart. */
@BankPart("sandboxBankOpening")
public class Opening {

    private final AtomicBoolean open = new AtomicBoolean(true);

    public boolean isOpen() {
        return open.get();
    }

    public void set(boolean toOpen) {
        open.set(toOpen);
    }
}
