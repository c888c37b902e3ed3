package org.anuyat.payments.service.banks;

/**
 * A question about a slip.
 *
 * @param sendingBank three-digit code of the payer's bank, by the slip's code
 * @param transaction number of the transfer there, {@code [0-9A-Za-z]{1,35}}
 */
public record SlipQuestion(String sendingBank, String transaction) {}
