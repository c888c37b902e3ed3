package org.anuyat.signing.api.token;

import java.util.List;
import org.anuyat.signing.api.CertificateInfo;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Makes and checks the tokens of QR codes (COSE_Sign1, RFC 9052, with ES256). */
@HttpExchange(url = "/signing/v1", accept = "application/json")
public interface PermitTokens {

    /**
     * Makes a token under the key of the permit's agency. The same facts again give another token that is as good.
     *
     * @throws SigningRefusal {@link SigningProblem#UNKNOWN_AGENCY} when the agency has no token key,
     *     {@link SigningProblem#BAD_ORDER} when a bound is broken, {@link SigningProblem#KEY_UNAVAILABLE} when it can't be used
     */
    @PostExchange(url = "/tokens", contentType = "application/json")
    TokenText issue(@RequestBody PermitFacts facts);

    /** Checks a token; always answers. What became of the permit since, only the register knows. */
    @PostExchange(url = "/tokens/checks", contentType = "application/json")
    TokenReport check(@RequestBody TokenText token);

    /**
     * The certificates under which an agency's tokens stand, those of former keys too, each followed by its issuers: what whoever
     * verifies without a network has to have beforehand.
     *
     * @throws SigningRefusal {@link SigningProblem#UNKNOWN_AGENCY} when the agency has no token key
     */
    @GetExchange("/agencies/{agency}/token-certificates")
    List<CertificateInfo> certificates(@PathVariable("agency") String agency);
}
