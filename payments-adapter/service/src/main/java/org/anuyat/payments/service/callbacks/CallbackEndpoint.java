package org.anuyat.payments.service.callbacks;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
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
import org.anuyat.payments.service.callbacks.GroupCommit.Arrival;
import org.jspecify.annotations.Nullable;
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
    private final GroupCommit store;
    private final Answering answering;
    private final Traffic traffic;
    private final @Nullable Nudge nudge;
    private final Clock clock;

    CallbackEndpoint(
            Gate gate,
            PaymentsSettings settings,
            Banks banks,
            CallbackBook book,
            GroupCommit store,
            Answering answering,
            Traffic traffic,
            ObjectProvider<Nudge> nudge,
            Clock clock) {
        this.gate = gate;
        this.settings = settings;
        this.banks = banks;
        this.book = book;
        this.store = store;
        this.answering = answering;
        this.traffic = traffic;
        // looked for once: the container's search is a twentieth of what a call costs
        this.nudge = nudge.getIfAvailable();
        this.clock = clock;
    }

    /** Writes the bank's own answer itself; what is returned is a refusal. */
    @PostMapping("/payments/callbacks/{bank}/{secret}")
    @Nullable ResponseEntity<Object> receive(
            @PathVariable("bank") String name,
            @PathVariable("secret") String secret,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<ResponseEntity<Object>> refusal = gate.refusal(name, secret, request);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        traffic.begun();
        try {
            return take(name, request, response);
        } finally {
            traffic.ended();
        }
    }

    private @Nullable ResponseEntity<Object> take(String name, HttpServletRequest request, HttpServletResponse response) throws IOException {
        int largest = Math.toIntExact(settings.callbackLargest().toBytes());
        byte[] body = request.getInputStream().readNBytes(largest + 1);
        if (body.length > largest) {
            LOG.warn("A callback for bank {} is larger than {} bytes", name, largest);
            return Gate.problem(HttpStatus.CONTENT_TOO_LARGE, "too-large", "A callback has at most " + largest + " bytes.");
        }
        long id = store.store(new Arrival(name, clock.instant(), request.getRemoteAddr(), body));
        try {
            answer(id, name, new BankMessage(body, new ServletServerHttpRequest(request).getHeaders()), response);
            return null;
        } catch (UnreadableReport e) {
            LOG.warn("Callback {} can't be read: {}", id, e.getMessage());
            book.end(id, CallbackBook.End.UNREADABLE, e.getMessage());
            return Gate.problem(HttpStatus.BAD_REQUEST, "unreadable", String.valueOf(e.getMessage()));
        }
    }

    private void answer(long id, String name, BankMessage message, HttpServletResponse response) throws IOException {
        Bank bank = banks.named(name);
        BankCall call = bank.read(message);
        BankReply reply = bank.reply(message, call, answering.answer(id, name, bank, call));
        if (nudge != null) {
            nudge.now(Chore.Kind.CALLBACKS);
        }
        reply.headers().forEach(response::setHeader);
        response.setContentType(reply.type().toString());
        response.setContentLength(reply.body().length);
        response.getOutputStream().write(reply.body());
    }
}
