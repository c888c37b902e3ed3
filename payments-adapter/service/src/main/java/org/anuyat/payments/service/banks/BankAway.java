package org.anuyat.payments.service.banks;

/** The bank gave no usable answer; ask again later. */
public class BankAway extends RuntimeException {

    public BankAway(String message) {
        super(message);
    }

    public BankAway(String message, Throwable cause) {
        super(message, cause);
    }
}
