package org.anuyat.payments.service.slips;

import org.anuyat.payments.api.Bills;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.api.slips.Slip;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.PaymentsSettings;
import org.anuyat.payments.service.banks.BankAway;
import org.anuyat.payments.service.banks.Banks;
import org.anuyat.payments.service.banks.SlipAnswer;
import org.anuyat.payments.service.banks.SlipQuestion;
import org.anuyat.payments.service.books.BillBook;
import org.anuyat.payments.service.books.StoredBill;

/**
 * Asks the banks about a slip and about its bill. Only what they say about the bill is posted: the number of a slip may be another one than that
 * of the payment, and the same money would come twice.
 */
@PaymentsPart("paymentsSlipInquiry")
class SlipInquiry {

    private final SlipBook book;
    private final BillBook billBook;
    private final Bills bills;
    private final Banks banks;
    private final PaymentsSettings settings;

    SlipInquiry(SlipBook book, BillBook billBook, Bills bills, Banks banks, PaymentsSettings settings) {
        this.book = book;
        this.billBook = billBook;
        this.bills = bills;
        this.banks = banks;
        this.settings = settings;
    }

    /**
     * Asks, and enters what was answered.
     *
     * @throws BankAway when a bank gave no usable answer; what others answered is entered
     */
    void ask(Slip slip) {
        BankAway away = null;
        try {
            bills.inquire(slip.billId());
        } catch (PaymentsRefusal refusal) {
            if (refusal.reason() != PaymentsRefusal.Reason.BANK_UNAVAILABLE) {
                throw refusal;
            }
            away = new BankAway("the bank doesn't answer about the bill", refusal);
        }
        if (slip.code() != null) {
            book.answered(slip.id(), verify(slip.code(), billBook.get(slip.billId())));
        }
        if (away != null) {
            throw away;
        }
        book.asked(slip.id());
    }

    private SlipAnswer verify(Slip.Code code, StoredBill bill) {
        SlipAnswer best = SlipAnswer.cannotBeAsked();
        // nobody who collects for agencies knows the transfers of a wallet
        String sendingBank = code.bank();
        if (sendingBank == null) {
            return best;
        }
        for (String name : settings.banksOf(bill.agency(), bill.bank())) {
            SlipAnswer answer = banks.named(name).slip(new SlipQuestion(sendingBank, code.transaction()));
            if (answer.state() == SlipAnswer.State.CONFIRMED) {
                return answer;
            }
            best = answer.state() == SlipAnswer.State.UNKNOWN ? answer : best;
        }
        return best;
    }
}
