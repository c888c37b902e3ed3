package org.anuyat.sandboxbank.api;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.anuyat.sandboxbank.BankPart;
import org.anuyat.sandboxbank.api.BankApi.Answer;
import org.anuyat.sandboxbank.api.BankApi.Status;
import org.anuyat.sandboxbank.ledger.Entry;
import org.anuyat.sandboxbank.ledger.Ledger;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Slip verification: the transfer that the mini-QR of a slip names. This bank knows its own transfers only. */
@BankPart
@RestController
@RequestMapping("/sandbox-bank/v1/payment/billpayment/transactions")
class SlipApi {

    private static final Status NO_SUCH_TRANSFER = new Status(4101, "No such transfer");

    private final Ledger ledger;
    private final AccessToken tokens;
    private final Opening opening;

    SlipApi(Ledger ledger, AccessToken tokens, Opening opening) {
        this.ledger = ledger;
        this.tokens = tokens;
        this.opening = opening;
    }

    record Number(String type, String value) {}

    record Party(String displayName, Number proxy) {}

    record Slip(
            String transRef,
            String sendingBank,
            String receivingBank,
            String transDate,
            String transTime,
            Party sender,
            Party receiver,
            String amount,
            String ref1,
            String ref2,
            String ref3) {

        private static Slip of(Entry entry) {
            ZonedDateTime paidAt = entry.paidAt().atZone(Ledger.BANGKOK);
            return new Slip(
                    entry.transactionId(),
                    Ledger.BANK,
                    Ledger.BANK,
                    paidAt.toLocalDate().format(DateTimeFormatter.BASIC_ISO_DATE),
                    paidAt.format(DateTimeFormatter.ofPattern("HH:mm:ss")),
                    new Party("SANDBOX PAYER", new Number("ACCOUNT", "0000000001")),
                    new Party("", new Number("BILLERID", entry.billerId())),
                    BigDecimal.valueOf(entry.amountSatang(), 2).toPlainString(),
                    entry.reference1(),
                    entry.reference2(),
                    entry.reference3());
        }
    }

    @GetMapping("/{transRef}")
    ResponseEntity<Answer> slip(
            @RequestHeader(name = "authorization", defaultValue = "") String authorization,
            @PathVariable("transRef") String transRef,
            @RequestParam("sendingBank") String sendingBank) {
        if (!opening.isOpen()) {
            return BankApi.answer(HttpStatus.SERVICE_UNAVAILABLE, BankApi.CLOSED, null);
        }
        if (!tokens.isValid(authorization)) {
            return BankApi.answer(HttpStatus.UNAUTHORIZED, BankApi.NOT_AUTHORISED, null);
        }
        return ledger.find(transRef)
                .filter(entry -> sendingBank.equals(Ledger.BANK))
                .map(entry -> BankApi.answer(HttpStatus.OK, BankApi.SUCCESS, Slip.of(entry)))
                .orElseGet(() -> BankApi.answer(HttpStatus.NOT_FOUND, NO_SUCH_TRANSFER, null));
    }
}
