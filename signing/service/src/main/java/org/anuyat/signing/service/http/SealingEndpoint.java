package org.anuyat.signing.service.http;

import org.anuyat.signing.api.DocumentSealing;
import org.anuyat.signing.api.SealOrder;
import org.anuyat.signing.api.SealedDocument;
import org.anuyat.signing.service.OnlyOverHttp;
import org.springframework.context.annotation.Fallback;
import org.springframework.web.bind.annotation.RestController;

/** Seals over HTTP. */
@RestController
@Fallback
@OnlyOverHttp
class SealingEndpoint implements DocumentSealing, GuardedEndpoint {

    private final DocumentSealing sealing;

    SealingEndpoint(DocumentSealing sealing) {
        this.sealing = sealing;
    }

    @Override
    public SealedDocument seal(SealOrder order) {
        return sealing.seal(order);
    }
}
