package org.anuyat.signing.service.archive;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.anuyat.signing.service.OnlyHere;
import org.anuyat.signing.service.stamps.NoTimeStamp;
import org.anuyat.signing.service.stamps.TimeStamps;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/**
 * Takes a document whose signatures are all stamped (level T) to LTA in one incremental update: the document security store with
 * certificates and revocation data, and the archive time stamp that covers it (ETSI EN 319 142-1, 5.4 and 5.5).
 */
@Component
@OnlyHere
public class Archiving {

    private final Evidence evidence;
    private final TimeStamps timeStamps;

    Archiving(Evidence evidence, TimeStamps timeStamps) {
        this.evidence = evidence;
        this.timeStamps = timeStamps;
    }

    /**
     * Archives a document.
     *
     * @param stamped when it had its last time stamp: what authorities say of its certificates must be younger
     * @return empty when it isn't as plain as most: signed without a time stamp, archived before, or with revocation answers
     *     from somebody who has to be asked about too
     * @throws NoTimeStamp when no authority stamps
     * @throws RevocationUnknown when revocation data are missing, too old, or say that a certificate was revoked
     */
    public Optional<byte[]> archive(byte[] pdf, Instant stamped) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Optional<Signers> signers = SecurityStore.isIn(document) ? Optional.empty() : Signers.of(document);
            Optional<ValidationData> data = signers.flatMap(found -> evidence.about(found, stamped));
            if (data.isEmpty()) {
                return Optional.empty();
            }
            SecurityStore.add(document, data.get());
            return Optional.of(ArchiveStamp.add(pdf, document, timeStamps));
        } catch (IOException e) {
            throw new IllegalStateException("The document can't be archived: " + e.getMessage(), e);
        }
    }
}
