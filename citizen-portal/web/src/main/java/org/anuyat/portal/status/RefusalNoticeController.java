package org.anuyat.portal.status;

import org.anuyat.kit.error.Refusal;
import org.anuyat.portal.security.CurrentCitizen;
import org.anuyat.workflow.approval.RefusalNotices;
import org.anuyat.workflow.submission.Applications;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The written order of refusal, for the applicant (Administrative Procedure Act B.E. 2539 sections 37 and 40). */
@Controller
class RefusalNoticeController {

    private final Applications applications;
    private final RefusalNotices notices;

    RefusalNoticeController(Applications applications, RefusalNotices notices) {
        this.applications = applications;
        this.notices = notices;
    }

    @GetMapping("/applications/{number}/refusal-notice.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String number, CurrentCitizen citizen) {
        applications.ownedBy(number, citizen.person().subject());
        if (notices.find(number).isEmpty()) {
            throw Refusal.notFound();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("refusal-" + number + ".pdf")
                                .build()
                                .toString())
                .body(notices.pdf(number));
    }
}
