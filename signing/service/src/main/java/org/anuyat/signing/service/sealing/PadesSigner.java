package org.anuyat.signing.service.sealing;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.anuyat.signing.api.SealOrder;
import org.anuyat.signing.api.SignatureLevel;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.service.OnlyHere;
import org.anuyat.signing.service.keys.SigningKey;
import org.anuyat.signing.service.stamps.NoTimeStamp;
import org.anuyat.signing.service.stamps.TimeStamps;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Adds a PAdES signature (ETSI EN 319 142-1, level B or T) to a PDF as an incremental update. */
@Component
@OnlyHere
class PadesSigner {

    /** What a CMS signature has besides its certificates: attributes, algorithms, and a signature value of up to 512 bytes. */
    private static final int CMS_WITHOUT_CERTIFICATES = 2048;

    private static final Logger LOG = LoggerFactory.getLogger(PadesSigner.class);

    private final TimeStamps timeStamps;

    PadesSigner(TimeStamps timeStamps) {
        this.timeStamps = timeStamps;
    }

    /** A document with the level that it reached. */
    record Signed(byte[] pdf, SignatureLevel level) {}

    /**
     * Signs at level B, or T when more than B is wanted and an authority stamps now: sealing waits for none. A document without
     * signatures gets certified, so that viewers report every change but further signatures.
     *
     * @param document the order's, as it was loaded
     * @param field an empty field of the document that keeps its place and its appearance, for an officer, whom the agency's seal
     *     follows; null = a new invisible one
     * @throws SigningRefusal {@link SigningProblem#UNSEALABLE_DOCUMENT} when it can't be signed or a signature in it forbids that
     */
    Signed sign(
            PDDocument document,
            SealOrder order,
            @Nullable String field,
            SigningKey key,
            Instant at,
            SignatureLevel wanted) {
        boolean stamp = wanted != SignatureLevel.PAdES_BASELINE_B && timeStamps.any();
        SignatureLevel[] reached = {SignatureLevel.PAdES_BASELINE_B};
        try {
            EarlierSignatures earlier = EarlierSignatures.in(document);
            earlier.requireAllowingMore();
            SignedRevision revision = new SignedRevision(order.pdf(), document, order.reason(), order.location(), at);
            if (earlier.none()) {
                revision.certify();
            }
            if (field != null) {
                revision.announceSeal(at);
            }
            int room = contentSize(key) + (stamp ? timeStamps.largest() : 0);
            byte[] signed = revision.write(field, room, content -> {
                CmsSignature signature = CmsSignature.of(content, key);
                if (stamp) {
                    try {
                        signature = signature.stamped(timeStamps);
                        reached[0] = SignatureLevel.PAdES_BASELINE_T;
                    } catch (NoTimeStamp e) {
                        LOG.warn("{} is sealed without a time stamp for now: {}", order.idempotencyKey(), e.getMessage());
                    }
                }
                return signature.der();
            });
            return new Signed(signed, reached[0]);
        } catch (IOException e) {
            throw new SigningRefusal(
                    SigningProblem.UNSEALABLE_DOCUMENT, "The document can't take a signature: " + e.getMessage(), e);
        }
    }

    private static int contentSize(SigningKey key) {
        return key.chain().stream().mapToInt(PadesSigner::size).sum() + CMS_WITHOUT_CERTIFICATES;
    }

    private static int size(X509Certificate certificate) {
        try {
            return certificate.getEncoded().length;
        } catch (CertificateEncodingException e) {
            throw new SigningRefusal(SigningProblem.KEY_UNAVAILABLE, "The certificate can't be encoded", e);
        }
    }
}
