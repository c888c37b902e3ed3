package org.anuyat.signing.service.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.security.cert.CertificateEncodingException;
import java.util.function.UnaryOperator;
import org.anuyat.signing.service.OnlyInDemonstration;
import org.anuyat.signing.service.keys.SigningKey;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** Serves what an authority has to publish: its certificates, revocation lists, OCSP and time stamps. For everyone, read-only. */
@Controller
@OnlyInDemonstration
@RequestMapping(DemonstrationPages.PATH)
class DemonstrationPages {

    static final String PATH = "/demo-pki";

    /** An OCSP request for one certificate has about 100 bytes, a request for a time stamp not more. */
    private static final int LARGEST_REQUEST = 8192;

    private final DemonstrationAuthority authority;
    private final RevocationAnswers answers;
    private final DemonstrationTimeStamps timeStamps;

    DemonstrationPages(
            DemonstrationAuthority authority, RevocationAnswers answers, DemonstrationTimeStamps timeStamps) {
        this.authority = authority;
        this.answers = answers;
        this.timeStamps = timeStamps;
    }

    @GetMapping(path = "/{issuer}.crt", produces = "application/pkix-cert")
    @ResponseBody
    byte[] certificate(@PathVariable String issuer) throws CertificateEncodingException {
        return key(issuer).certificate().getEncoded();
    }

    @GetMapping(path = "/{issuer}.crl", produces = "application/pkix-crl")
    @ResponseBody
    byte[] list(@PathVariable String issuer) {
        return answers.list(key(issuer));
    }

    @PostMapping(path = "/ocsp", consumes = "application/ocsp-request", produces = "application/ocsp-response")
    ResponseEntity<byte[]> ocsp(InputStream body) throws IOException {
        return bounded(body, answers::answer);
    }

    @PostMapping(path = "/tsa", consumes = "application/timestamp-query", produces = "application/timestamp-reply")
    ResponseEntity<byte[]> timeStamp(InputStream body) throws IOException {
        return bounded(body, timeStamps::answer);
    }

    private static ResponseEntity<byte[]> bounded(InputStream body, UnaryOperator<byte[]> answer) throws IOException {
        byte[] request = body.readNBytes(LARGEST_REQUEST + 1);
        return request.length > LARGEST_REQUEST
                ? ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build()
                : ResponseEntity.ok(answer.apply(request));
    }

    private SigningKey key(String issuer) {
        return switch (issuer) {
            case DemonstrationAuthority.ROOT -> authority.rootKey();
            case DemonstrationAuthority.ISSUING -> authority.issuingKey();
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }
}
