package org.anuyat.signing.service.csc;

import java.util.ArrayList;
import java.util.List;
import org.anuyat.access.Protection;
import org.anuyat.signing.service.OnlyOverHttp;
import org.anuyat.signing.service.SigningSettings;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells other systems what there is and where they get a token for it (Cloud Signature Consortium API 2.0.0.2, 11.1 info). Nobody
 * needs a token to ask: it is how a client learns that it needs one. It says nothing of agencies and keys.
 */
@RestController
@OnlyOverHttp
class CscInfoEndpoint {

    private final Protection protection;

    CscInfoEndpoint(SigningSettings settings) {
        this.protection = settings.http();
    }

    @PostMapping(path = Csc.PATH + "/info", produces = "application/json")
    Csc.Info info() {
        return new Csc.Info(
                "2.0.0.2",
                "Anuyat",
                "",
                "TH",
                "th",
                "ตราประทับอิเล็กทรอนิกส์ของหน่วยงาน",
                authentication(),
                protection.oauth2() == null ? null : protection.oauth2().issuer(),
                List.of("info", "credentials/list", "credentials/info", "credentials/authorize", "signatures/signHash"),
                new Csc.Algorithms(List.of(Csc.RSA, Csc.RSA_SHA256, Csc.ECDSA_SHA256)),
                new Csc.Formats(List.of()));
    }

    /** In the words of the standard; a fixed token is agreed upon outside of it. */
    private List<String> authentication() {
        List<String> ways = new ArrayList<>();
        if (protection.oauth2() != null) {
            ways.add("oauth2client");
        }
        if (!protection.clientCertificates().isEmpty()) {
            ways.add("tls");
        }
        if (protection.token() != null) {
            ways.add("external");
        }
        return ways;
    }
}
