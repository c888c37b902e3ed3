package org.anuyat.signing.service.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.security.cert.CertificateEncodingException;
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

/** Serves what an authority has to publish: its certificates, revocation lists and OCSP. For everyone, read-only. */
@Controller
@OnlyInDemonstration
@RequestMapping(DemonstrationPages.PATH)
class DemonstrationPages {

    static final String PATH = "/demo-pki";

    /** An OCSP request for one certificate has about 100 bytes. */
    private static final int LARGEST_REQUEST = 8192;

    private final DemonstrationAuthority authority;
    private final RevocationAnswers answers;

    DemonstrationPages(DemonstrationAuthority authority, RevocationAnswers answers) {
        this.authority = authority;
        this.answers = answers;
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
        byte[] request = body.readNBytes(LARGEST_REQUEST + 1);
        return request.length > LARGEST_REQUEST
                ? ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build()
                : ResponseEntity.ok(answers.answer(request));
    }

    private SigningKey key(String issuer) {
        return switch (issuer) {
            case DemonstrationAuthority.ROOT -> authority.rootKey();
            case DemonstrationAuthority.ISSUING -> authority.issuingKey();
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }
}
