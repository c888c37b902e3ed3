package org.anuyat.payments.service.callbacks;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.stream.Collectors;
import org.anuyat.payments.service.Nudge;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.PaymentsSettings;
import org.anuyat.payments.service.PaymentsSettings.BankAccess;
import org.anuyat.payments.service.banks.Bank;
import org.anuyat.payments.service.banks.Banks;
import org.anuyat.payments.service.banks.UnreadableReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes the banks' payment confirmations. The path's last part is the secret between bank and agency; whoever doesn't know it learns
 * nothing here, not even which banks there are.
 */
@PaymentsPart
@RestController
class CallbackEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackEndpoint.class);

    private final PaymentsSettings settings;
    private final Banks banks;
    private final CallbackBook book;
    private final ObjectProvider<Nudge> nudge;
    private final Map<String, Networks> allowed;

    CallbackEndpoint(PaymentsSettings settings, Banks banks, CallbackBook book, ObjectProvider<Nudge> nudge) {
        this.settings = settings;
        this.banks = banks;
        this.book = book;
        this.nudge = nudge;
        this.allowed = settings.banks().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> Networks.of(entry.getValue().callbackFrom())));
    }

    @PostMapping("/payments/callbacks/{bank}/{secret}")
    ResponseEntity<Object> receive(
            @PathVariable("bank") String name, @PathVariable("secret") String secret, HttpServletRequest request)
            throws IOException {
        BankAccess access = settings.banks().get(name);
        if (access == null || !same(access.callbackSecret(), secret)) {
            LOG.warn("A callback with a wrong secret came from {}", request.getRemoteAddr());
            return problem(HttpStatus.NOT_FOUND, "not-found", "There is nothing here.");
        }
        if (!allowed.get(name).allow(request.getRemoteAddr())) {
            LOG.warn("A callback for bank {} came from {}, which isn't allowed", name, request.getRemoteAddr());
            return problem(HttpStatus.FORBIDDEN, "address-not-allowed", "This address may not send callbacks.");
        }
        int largest = Math.toIntExact(settings.callbackLargest().toBytes());
        byte[] body = request.getInputStream().readNBytes(largest + 1);
        if (body.length > largest) {
            LOG.warn("A callback for bank {} is larger than {} bytes", name, largest);
            return problem(HttpStatus.CONTENT_TOO_LARGE, "too-large", "A callback has at most " + largest + " bytes.");
        }
        long id = book.store(name, request.getRemoteAddr(), body);
        return answer(id, banks.named(name), body);
    }

    private ResponseEntity<Object> answer(long id, Bank bank, byte[] body) {
        try {
            Map<String, String> acknowledgement = bank.acknowledgement(bank.read(body));
            nudge.ifAvailable(Nudge::now);
            return ResponseEntity.ok(acknowledgement);
        } catch (UnreadableReport e) {
            LOG.warn("Callback {} can't be read: {}", id, e.getMessage());
            book.end(id, CallbackBook.End.UNREADABLE, e.getMessage());
            return problem(HttpStatus.BAD_REQUEST, "unreadable", String.valueOf(e.getMessage()));
        }
    }

    /** Takes the same time wherever the first difference is. */
    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<Object> problem(HttpStatus status, String type, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:anuyat:payments:callback-" + type));
        // otherwise the framework fills in the path, secret included
        problem.setInstance(URI.create("/payments/callbacks"));
        return ResponseEntity.of(problem).build();
    }
}
