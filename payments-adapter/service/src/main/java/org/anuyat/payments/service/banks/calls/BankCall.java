package org.anuyat.payments.service.banks.calls;

import org.jspecify.annotations.Nullable;

/** What a bank calls for. None of it is money: the bank's inquiry or its end-of-day file is. */
public sealed interface BankCall {

    /**
     * May this be paid (ตรวจสอบก่อนรับชำระ)? Nothing has happened yet.
     *
     * @param reference2 empty when the payer gave none
     * @param amountSatang null when the payer hasn't said yet
     */
    record Verify(String billerId, String reference1, String reference2, @Nullable Long amountSatang) implements BankCall {}

    /** It has been paid, whatever is answered: there is nothing to decide. */
    record Notice(PaymentReport payment) implements BankCall {}

    /** It has been paid; is that right (ยืนยันการรับชำระ)? */
    record Confirm(PaymentReport payment) implements BankCall {}

    /** The payment of that transaction is undone (ยกเลิกรายการ). */
    record Cancel(PaymentReport payment) implements BankCall {}
}
