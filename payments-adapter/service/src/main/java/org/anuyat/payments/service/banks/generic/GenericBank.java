package org.anuyat.payments.service.banks.generic;

import java.util.List;
import java.util.Optional;
import org.anuyat.payments.service.BankAccess;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.banks.Bank;
import org.anuyat.payments.service.banks.BankAdapter;
import org.anuyat.payments.service.banks.BankAway;
import org.anuyat.payments.service.banks.BankHttp;
import org.anuyat.payments.service.banks.BankTransaction;
import org.anuyat.payments.service.banks.Inquiries;
import org.anuyat.payments.service.banks.Inquiry;
import org.anuyat.payments.service.banks.RefundAnswer;
import org.anuyat.payments.service.banks.RefundRequest;
import org.anuyat.payments.service.banks.SlipAnswer;
import org.anuyat.payments.service.banks.SlipQuestion;
import org.anuyat.payments.service.banks.calls.BankCall;
import org.anuyat.payments.service.banks.calls.BankMessage;
import org.anuyat.payments.service.banks.calls.BankReply;
import org.anuyat.payments.service.banks.calls.Field;
import org.anuyat.payments.service.banks.calls.UnreadableReport;
import org.anuyat.payments.service.banks.calls.Verdict;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The contract of our own, in JSON, that any bank or gateway can speak; all of it is in docs/banks/bank-link.yaml. The bank verifies, confirms
 * and cancels at the callback's path; it is asked at {@code GET /payments} and ordered to give back at {@code POST /refunds}, with
 * HTTP Basic. {@code dialect.inquiry=none} says that it can't be asked; then its end-of-day file confirms, and refunds go by hand.
 */
final class GenericBank implements Bank {


    private final BankAccess access;
    private final Optional<RestClient> http;

    /** Opens banks that speak the contract. */
    @PaymentsPart("genericBankAdapter")
    static class Adapter implements BankAdapter {

        @Override
        public String name() {
            return "generic";
        }

        @Override
        public Bank open(BankAccess access) {
            return new GenericBank(access);
        }
    }

    private GenericBank(BankAccess access) {
        this.access = access;
        http = "none".equals(access.dialect().get("inquiry")) ? Optional.empty() : Optional.of(client(access));
    }

    private static RestClient client(BankAccess access) {
        String user = BankAccess.needed("application-key", access.applicationKey());
        String password = BankAccess.needed("application-secret", access.applicationSecret());
        return BankHttp.to(access).defaultHeaders(headers -> headers.setBasicAuth(user, password)).build();
    }

    @Override
    public String code() {
        return access.code();
    }

    @Override
    public BankCall read(BankMessage message) {
        return message.json(GenericMessages.Call.class).read(access);
    }

    @Override
    public BankReply reply(BankMessage message, BankCall call, Verdict verdict) {
        String transaction = call instanceof BankCall.Confirm confirm
                ? confirm.payment().transactionId()
                : call instanceof BankCall.Cancel cancel ? cancel.payment().transactionId() : null;
        return BankReply.json(new GenericMessages.Answer(verdict.name(), transaction));
    }

    @Override
    public Optional<Inquiries> inquiries() {
        return http.map(client -> inquiry -> ask(client, inquiry));
    }

    private List<BankTransaction> ask(RestClient client, Inquiry inquiry) {
        try {
            GenericMessages.Payments answer = client.get()
                    .uri(uri -> uri.path("/payments")
                            .queryParam("billerId", inquiry.billerId())
                            .queryParam("reference1", inquiry.reference1())
                            .queryParam("reference2", inquiry.reference2())
                            .queryParam("day", inquiry.day())
                            .build())
                    .accept(MediaType.APPLICATION_JSON)
                    .retrieve()
                    .body(GenericMessages.Payments.class);
            if (answer == null || answer.payments() == null) {
                throw new BankAway("the bank's answer to the inquiry has no payments");
            }
            return answer.payments().stream()
                    .filter(payment -> !payment.isReversed())
                    .map(payment -> payment.read(access))
                    .filter(payment -> payment.billerId().equals(inquiry.billerId())
                            && payment.reference1().equals(inquiry.reference1()))
                    .toList();
        } catch (RestClientException | UnreadableReport e) {
            throw new BankAway("the bank gave no usable answer to the inquiry: " + e.getMessage(), e);
        }
    }

    @Override
    public RefundAnswer refund(RefundRequest request) {
        return http.map(client -> order(client, request)).orElseGet(RefundAnswer::byHand);
    }

    /** 501 (Not Implemented) is the answer of a bank that gives nothing back by itself. */
    private RefundAnswer order(RestClient client, RefundRequest request) {
        try {
            ResponseEntity<GenericMessages.Refund> answer = client.post()
                    .uri("/refunds")
                    .contentType(MediaType.APPLICATION_JSON)
                    .accept(MediaType.APPLICATION_JSON)
                    .body(new GenericMessages.RefundOrder(
                            request.reference(), request.transactionId(), Field.baht(request.amountSatang())))
                    .retrieve()
                    .onStatus(status -> status == HttpStatus.NOT_IMPLEMENTED, (sent, received) -> {})
                    .toEntity(GenericMessages.Refund.class);
            if (answer.getStatusCode() == HttpStatus.NOT_IMPLEMENTED) {
                return RefundAnswer.byHand();
            }
            if (answer.getBody() == null) {
                throw new BankAway("the bank's answer to the refund is empty");
            }
            return answer.getBody().read();
        } catch (RestClientException | UnreadableReport e) {
            throw new BankAway("the bank gave no usable answer to the refund: " + e.getMessage(), e);
        }
    }

    @Override
    public SlipAnswer slip(SlipQuestion question) {
        return http.map(client -> verify(client, question)).orElseGet(SlipAnswer::cannotBeAsked);
    }

    /** 404 is the answer to a transfer that isn't known; 501 that of a bank that can't be asked about slips. */
    private static SlipAnswer verify(RestClient client, SlipQuestion question) {
        try {
            ResponseEntity<GenericMessages.Slip> answer = client.get()
                    .uri(uri -> uri.path("/slips/{transaction}")
                            .queryParam("sendingBank", question.sendingBank())
                            .build(question.transaction()))
                    .accept(MediaType.APPLICATION_JSON)
                    .retrieve()
                    .onStatus(
                            status -> status == HttpStatus.NOT_IMPLEMENTED || status == HttpStatus.NOT_FOUND, (sent, received) -> {})
                    .toEntity(GenericMessages.Slip.class);
            if (answer.getStatusCode() == HttpStatus.NOT_IMPLEMENTED) {
                return SlipAnswer.cannotBeAsked();
            }
            if (answer.getStatusCode() == HttpStatus.NOT_FOUND) {
                return SlipAnswer.unknown();
            }
            if (answer.getBody() == null) {
                throw new BankAway("the bank's answer about the slip is empty");
            }
            return SlipAnswer.confirmed(answer.getBody().read());
        } catch (RestClientException | UnreadableReport e) {
            throw new BankAway("the bank gave no usable answer about the slip: " + e.getMessage(), e);
        }
    }
}
