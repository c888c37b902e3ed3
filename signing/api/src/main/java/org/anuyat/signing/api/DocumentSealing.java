package org.anuyat.signing.api;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Puts an agency's electronic seal (ตราประทับอิเล็กทรอนิกส์) on documents: a PAdES signature (ETSI EN 319 142-1) with the
 * agency's certificate, which makes the document an electronic document with a reliable signature (Electronic Transactions
 * Act B.E. 2544, section 26).
 */
@HttpExchange(url = "/signing/v1", accept = "application/json", contentType = "application/json")
public interface DocumentSealing {

    /**
     * Seals a document.
     *
     * <p>Idempotent by {@link SealOrder#idempotencyKey()}: the same order again returns the very same sealed document, also
     * after a restart, for as long as the service keeps it (30 days by default). Render the document once and keep it: the same
     * key with other bytes is refused.
     *
     * @throws SigningRefusal when repeating the order won't help; anything else may be tried again with the same key
     */
    @PostExchange("/seals")
    SealedDocument seal(@RequestBody SealOrder order);
}
