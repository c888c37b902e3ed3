package org.anuyat.payments.service.callbacks;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.anuyat.payments.service.BankAccess;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.UriUtils;

/** Which client certificate a bank's calls must come with (mutual TLS). Whoever ends TLS has checked its chain, and that its key was there. */
record ClientCertificate(@Nullable X500Principal subject, @Nullable X500Principal issuer) {

    private static final Logger LOG = LoggerFactory.getLogger(ClientCertificate.class);
    private static final String OF_THE_CONNECTION = "jakarta.servlet.request.X509Certificate";

    /**
     * By names as the settings have them.
     *
     * @throws IllegalArgumentException when one isn't an X.500 name (RFC 2253)
     */
    static ClientCertificate of(BankAccess.Certificate names) {
        return new ClientCertificate(name(names.subject()), name(names.issuer()));
    }

    private static @Nullable X500Principal name(@Nullable String text) {
        return text == null ? null : new X500Principal(text);
    }

    /**
     * Whether a call comes with such a certificate.
     *
     * @param header where a proxy puts it; null when TLS ends here
     */
    boolean accepts(HttpServletRequest request, @Nullable String header) {
        Optional<X509Certificate> given = header == null ? ofConnection(request) : ofHeader(request.getHeader(header));
        return given.filter(certificate -> subject == null || subject.equals(certificate.getSubjectX500Principal()))
                .filter(certificate -> issuer == null || issuer.equals(certificate.getIssuerX500Principal()))
                .isPresent();
    }

    private static Optional<X509Certificate> ofConnection(HttpServletRequest request) {
        return request.getAttribute(OF_THE_CONNECTION) instanceof X509Certificate[] chain && chain.length > 0
                ? Optional.of(chain[0])
                : Optional.empty();
    }

    private static Optional<X509Certificate> ofHeader(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        try {
            byte[] pem = UriUtils.decode(value, StandardCharsets.US_ASCII).getBytes(StandardCharsets.US_ASCII);
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem)));
        } catch (CertificateException | IllegalArgumentException e) {
            LOG.warn("A client certificate in the proxy's header can't be read: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
