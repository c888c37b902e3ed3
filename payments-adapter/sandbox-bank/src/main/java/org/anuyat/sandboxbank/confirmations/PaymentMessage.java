package org.anuyat.sandboxbank.confirmations;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.anuyat.sandboxbank.ledger.Entry;
import org.anuyat.sandboxbank.ledger.Ledger;

/** A payment in the shape of SCB's open API: in the confirmation that is sent, and in the answer to an inquiry. */
public record PaymentMessage(
        String payeeProxyId,
        String payeeProxyType,
        String payeeAccountNumber,
        String payeeName,
        String payerProxyId,
        String payerProxyType,
        String payerAccountNumber,
        String payerName,
        String sendingBankCode,
        String receivingBankCode,
        String amount,
        String channelCode,
        String transactionId,
        @JsonProperty("transactionDateandTime") String transactionDateAndTime,
        String billPaymentRef1,
        String billPaymentRef2,
        String billPaymentRef3,
        String currencyCode,
        String transactionType) {

    public static PaymentMessage of(Entry entry, Map<String, String> billers) {
        return new PaymentMessage(
                entry.billerId(),
                "BILLERID",
                "0000000000",
                billers.getOrDefault(entry.billerId(), ""),
                "",
                "ACCOUNT",
                "0000000001",
                "SANDBOX PAYER",
                Ledger.BANK,
                Ledger.BANK,
                BigDecimal.valueOf(entry.amountSatang(), 2).toPlainString(),
                "PMH",
                entry.transactionId(),
                entry.paidAt().atZone(Ledger.BANGKOK).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                entry.reference1(),
                entry.reference2(),
                entry.reference3(),
                "764",
                "Domestic Transfers");
    }
}
