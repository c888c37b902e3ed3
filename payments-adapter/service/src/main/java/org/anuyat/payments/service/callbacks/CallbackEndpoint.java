package org.anuyat.payments.service.callbacks;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.anuyat.payments.service.Chore;
import org.anuyat.payments.service.Nudge;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.PaymentsSettings;
import org.anuyat.payments.service.banks.Bank;
import org.anuyat.payments.service.banks.Banks;
import org.anuyat.payments.service.banks.calls.BankCall;
import org.anuyat.payments.service.banks.calls.BankMessage;
import org.anuyat.payments.service.banks.calls.BankReply;
import org.anuyat.payments.service.banks.calls.UnreadableReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes the banks' calls: may this be paid, it was paid, it is undone. The path's last part is the secret between bank and agency. */
@PaymentsPart
@RestController
class CallbackEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackEndpoint.class);

    private final Gate gate;
    private final PaymentsSettings settings;
    private final Banks banks;
    private final CallbackBook book;
    private final Answering answering;
    private final Traffic traffic;
    private final ObjectProvider<Nudge> nudge;

    CallbackEndpoint(
            Gate gate,
            PaymentsSettings settings,
            Banks banks,
            CallbackBook book,
            Answering answering,
            Traffic traffic,
            ObjectProvider<Nudge> nudge) {
        this.gate = gate;
        this.settings = settings;
        this.banks = banks;
        this.book = book;
        this.answering = answering;
        this.traffic = traffic;
        this.nudge = nudge;
    }

    @PostMapping("/payments/callbacks/{bank}/{secret}")
    ResponseEntity<Object> receive(
            @PathVariable("bank") String name, @PathVariable("secret") String secret, HttpServletRequest request)
            throws IOException {
        Optional<ResponseEntity<Object>> refusal = gate.refusal(name, secret, request);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        traffic.begun();
        try {
            return take(name, request);
        } finally {
            traffic.ended();
        }
    }

    private ResponseEntity<Object> take(String name, HttpServletRequest request) throws IOException {
        int largest = Math.toIntExact(settings.callbackLargest().toBytes());
        byte[] body = request.getInputStream().readNBytes(largest + 1);
        if (body.length > largest) {
            LOG.warn("A callback for bank {} is larger than {} bytes", name, largest);
            return Gate.problem(HttpStatus.CONTENT_TOO_LARGE, "too-large", "A callback has at most " + largest + " bytes.");
        }
        long id = book.store(name, request.getRemoteAddr(), body);
        return answer(id, name, new BankMessage(body, new ServletServerHttpRequest(request).getHeaders()));
    }

    private ResponseEntity<Object> answer(long id, String name, BankMessage message) {
        Bank bank = banks.named(name);
        try {
            BankCall call = bank.read(message);
            BankReply reply = bank.reply(message, call, answering.answer(id, name, bank, call));
            nudge.ifAvailable(now -> now.now(Chore.Kind.CALLBACKS));
            return ResponseEntity.ok()
                    .contentType(reply.type())
                    .headers(headers -> reply.headers().forEach(headers::set))
                    .body(reply.body());
        } catch (UnreadableReport e) {
            LOG.warn("Callback {} can't be read: {}", id, e.getMessage());
            book.end(id, CallbackBook.End.UNREADABLE, e.getMessage());
            return Gate.problem(HttpStatus.BAD_REQUEST, "unreadable", String.valueOf(e.getMessage()));
        }
    }
}
