package org.anuyat.workflow.issuance.sealing;

import org.anuyat.signing.api.DocumentKind;
import org.anuyat.signing.api.DocumentSealing;
import org.anuyat.signing.api.SealOrder;
import org.anuyat.signing.api.SealedDocument;
import org.anuyat.workflow.issuance.DocumentSeal;
import org.anuyat.workflow.issuance.raising.SealProgress;
import org.anuyat.workflow.papers.PaperKind;
import org.anuyat.workflow.papers.PaperSeal;
import org.springframework.stereotype.Component;

/** Speaks {@code signing-api}. */
@Component
class SealBySigningService implements DocumentSeal, PaperSeal {

    private final DocumentSealing sealing;
    private final SealProgress progress;

    SealBySigningService(DocumentSealing sealing, SealProgress progress) {
        this.sealing = sealing;
        this.progress = progress;
    }

    @Override
    public Sealed seal(String key, String agency, byte[] pdf, String reason, String location) {
        SealedDocument sealed =
                sealing.seal(new SealOrder(key, agency, DocumentKind.PERMIT, pdf, reason, location));
        return new Sealed(sealed.pdf(), sealed.signer(), sealed.sealedAt());
    }

    @Override
    public SealedPaper seal(String key, String agency, PaperKind kind, byte[] pdf, String reason) {
        SealedDocument sealed = sealing.seal(new SealOrder(key, agency, DocumentKind.valueOf(kind.name()), pdf, reason, ""));
        return new SealedPaper(sealed.pdf(), sealed.signer(), sealed.sealedAt());
    }

    @Override
    public Further further(String key, String sha256) {
        return progress.of(key)
                .map(reached -> new Further(
                        true, reached.complete(), reached.sha256().equals(sha256) ? null : progress.latest(key)))
                .orElseGet(() -> new Further(false, true, null));
    }
}
