package org.anuyat.signing.api.validation;

import java.time.Instant;
import java.util.List;
import org.anuyat.signing.api.CertificateInfo;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about one signature or document time stamp.
 *
 * @param kind a signature or a time stamp over the document
 * @param signer common name of the signing certificate; empty when there is none
 * @param position of the signer (ตำแหน่ง): the title in the signing certificate (X.520, 2.5.4.12); empty when it names none
 * @param organisation organisation of the signing certificate; empty when it names none
 * @param statedReason for what the signer says to have signed; empty when the signature names nothing
 * @param chain the signing certificate first, then its issuers as far as they are known
 * @param claimedAt when the signer says that it was signed
 * @param provenAt by when a trusted time stamp proves that it existed; absent at level B
 * @param level signature format and level, for example "PAdES-BASELINE-B"
 * @param revision which revision of the file it covers, counted from 1
 * @param coversWholeFile whether nothing follows the signed bytes
 * @param changesAfter what later revisions changed, as far as it can be told
 * @param verdict on this signature alone
 * @param reasons why it isn't valid; empty when it is
 */
public record SignatureFinding(
        Kind kind,
        String signer,
        String position,
        String organisation,
        String statedReason,
        List<CertificateInfo> chain,
        @Nullable Instant claimedAt,
        @Nullable Instant provenAt,
        String level,
        int revision,
        boolean coversWholeFile,
        List<RevisionChange> changesAfter,
        Verdict verdict,
        List<Reason> reasons) {

    /** Copies the lists. */
    public SignatureFinding {
        chain = List.copyOf(chain);
        changesAfter = List.copyOf(changesAfter);
        reasons = List.copyOf(reasons);
    }

    /** What made the finding's signature. */
    public enum Kind {
        /** A person's signature or an agency's seal. */
        SIGNATURE,
        /** A time-stamp authority's stamp over the document (PDF /DocTimeStamp). */
        DOCUMENT_TIME_STAMP
    }
}
