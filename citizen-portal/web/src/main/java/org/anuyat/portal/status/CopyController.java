package org.anuyat.portal.status;

import java.util.UUID;
import org.anuyat.kit.error.Refusal;
import org.anuyat.portal.security.CurrentCitizen;
import org.anuyat.workflow.copies.CertifiedCopies;
import org.anuyat.workflow.copies.CertifiedCopy;
import org.anuyat.workflow.files.Files;
import org.anuyat.workflow.submission.Applications;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Certified copies (สำเนาที่รับรองความถูกต้อง) of what an applicant handed in, for the applicant. */
@Controller
class CopyController {

    private final Applications applications;
    private final CertifiedCopies copies;
    private final Files files;

    CopyController(Applications applications, CertifiedCopies copies, Files files) {
        this.applications = applications;
        this.copies = copies;
        this.files = files;
    }

    @GetMapping("/applications/{number}/certified-copies/{id}.pdf")
    ResponseEntity<InputStreamResource> pdf(@PathVariable String number, @PathVariable UUID id, CurrentCitizen citizen) {
        applications.ownedBy(number, citizen.person().subject());
        CertifiedCopy copy = copies.find(number, id).orElseThrow(Refusal::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("certified-copy-" + number + ".pdf")
                                .build()
                                .toString())
                .body(new InputStreamResource(files.open(copy.paper())));
    }
}
