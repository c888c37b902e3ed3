package org.anuyat.signing.service.http;

import java.util.List;
import org.anuyat.signing.api.CertificateInfo;
import org.anuyat.signing.api.token.PermitFacts;
import org.anuyat.signing.api.token.PermitTokens;
import org.anuyat.signing.api.token.TokenReport;
import org.anuyat.signing.api.token.TokenText;
import org.anuyat.signing.service.OnlyOverHttp;
import org.springframework.context.annotation.Fallback;
import org.springframework.web.bind.annotation.RestController;

/** Makes and checks tokens over HTTP. */
@RestController
@Fallback
@OnlyOverHttp
class TokenEndpoint implements PermitTokens, GuardedEndpoint {

    private final PermitTokens tokens;

    TokenEndpoint(PermitTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public TokenText issue(PermitFacts facts) {
        return tokens.issue(facts);
    }

    @Override
    public TokenReport check(TokenText token) {
        return tokens.check(token);
    }

    @Override
    public List<CertificateInfo> certificates(String agency) {
        return tokens.certificates(agency);
    }
}
