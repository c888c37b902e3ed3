package org.anuyat.workflow.copies;

import java.time.Instant;
import java.util.UUID;

/**
 * A copy of a document in a case file that an officer has certified (สำเนาที่รับรองความถูกต้อง).
 *
 * @param attachment the document in the application
 * @param name the document's file name
 * @param originalSha256 of the document, lower-case hexadecimal
 * @param paper where the copy lies in {@link org.anuyat.workflow.files.Files}, sealed as soon as it is
 * @param certifiedBy the officer's name with title
 * @param position ตำแหน่ง
 */
public record CertifiedCopy(
        UUID id,
        String applicationNumber,
        UUID attachment,
        String name,
        String originalSha256,
        UUID paper,
        String certifiedBy,
        String position,
        Instant certifiedAt) {}
