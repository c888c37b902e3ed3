package org.anuyat.payments.service.callbacks;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anuyat.payments.service.BankAccess;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.PaymentsSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * Who may call as a bank: whoever knows the secret of the path, comes from an allowed address, with the certificate and the password that the
 * settings ask for, and not too often. Others learn nothing here, not even which banks there are.
 */
@PaymentsPart("paymentsGate")
public class Gate {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final PaymentsSettings settings;
    private final Map<String, Networks> allowed;
    private final Map<String, ClientCertificate> certificates;
    private final Map<String, Pace> paces;

    Gate(PaymentsSettings settings, Clock clock) {
        this.settings = settings;
        this.allowed = settings.banks().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> Networks.of(entry.getValue().callbackFrom())));
        this.certificates = settings.banks().entrySet().stream()
                .filter(entry -> entry.getValue().callbackCertificate() != null)
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> ClientCertificate.of(entry.getValue().callbackCertificate())));
        this.paces = settings.banks().keySet().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, name -> new Pace(settings.callbacksPerSecond(), clock)));
    }

    /** The answer to a call that may not pass; empty when it may. */
    public Optional<ResponseEntity<Object>> refusal(String bank, String secret, HttpServletRequest request) {
        String address = request.getRemoteAddr();
        BankAccess access = settings.banks().get(bank);
        if (access == null || !same(access.callbackSecret(), secret)) {
            LOG.warn("A callback with a wrong secret came from {}", address);
            return Optional.of(problem(HttpStatus.NOT_FOUND, "not-found", "There is nothing here."));
        }
        if (!allowed.get(bank).allow(address)) {
            LOG.warn("A callback for bank {} came from {}, which isn't allowed", bank, address);
            return Optional.of(problem(HttpStatus.FORBIDDEN, "address-not-allowed", "This address may not send callbacks."));
        }
        ClientCertificate certificate = certificates.get(bank);
        if (certificate != null && !certificate.accepts(request, settings.callbackCertificateHeader())) {
            LOG.warn("A callback for bank {} came from {} without its client certificate", bank, address);
            return Optional.of(problem(HttpStatus.FORBIDDEN, "certificate-not-allowed", "This needs the bank's client certificate."));
        }
        if (!hasPassword(access, request)) {
            LOG.warn("A callback for bank {} came from {} without its password", bank, address);
            return Optional.of(problem(HttpStatus.UNAUTHORIZED, "password-wrong", "User or password is wrong."));
        }
        if (!paces.get(bank).allow()) {
            LOG.warn("Bank {} calls more than {} times a second", bank, settings.callbacksPerSecond());
            ProblemDetail problem = detail(HttpStatus.TOO_MANY_REQUESTS, "too-many", "Too many calls; try again in a second.");
            return Optional.of(ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, "1")
                    .body(problem));
        }
        return Optional.empty();
    }

    private static boolean hasPassword(BankAccess access, HttpServletRequest request) {
        if (access.callbackUser() == null) {
            return true;
        }
        String expected = "Basic "
                + HttpHeaders.encodeBasicAuth(access.callbackUser(), access.callbackPassword(), StandardCharsets.UTF_8);
        String given = request.getHeader(HttpHeaders.AUTHORIZATION);
        return given != null && same(expected, given);
    }

    /** Takes the same time wherever the first difference is. */
    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** A problem that doesn't say where it was called: the path bears the secret. */
    public static ResponseEntity<Object> problem(HttpStatus status, String type, String detail) {
        return ResponseEntity.of(detail(status, type, detail)).build();
    }

    private static ProblemDetail detail(HttpStatus status, String type, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:anuyat:payments:callback-" + type));
        // otherwise the framework fills in the path
        problem.setInstance(URI.create("/payments/callbacks"));
        return problem;
    }
}
