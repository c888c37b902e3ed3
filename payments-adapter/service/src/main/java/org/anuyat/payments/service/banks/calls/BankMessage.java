package org.anuyat.payments.service.banks.calls;

import org.springframework.http.HttpHeaders;

/**
 * A bank's message as it came.
 *
 * @param headers empty when the message is read again from the database, where only the body is kept
 */
public record BankMessage(byte[] body, HttpHeaders headers) {

    public BankMessage(byte[] body) {
        this(body, new HttpHeaders());
    }
}
