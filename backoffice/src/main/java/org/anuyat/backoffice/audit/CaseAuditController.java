package org.anuyat.backoffice.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.kit.error.Refusal;
import org.anuyat.workflow.approval.authority.Authority;
import org.anuyat.workflow.audit.AuditTrail;
import org.anuyat.workflow.files.StoredFile;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.review.cases.CaseAccess;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.signature.Signatures;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Everything an auditor looks at in one case. */
@Controller
@RequestMapping("/backoffice/audit/cases/{number}")
class CaseAuditController {

    private final CaseAccess access;
    private final AuditTrail trail;
    private final ActWords acts;
    private final CaseDocuments documents;
    private final Signatures signatures;
    private final Authority authority;

    CaseAuditController(
            CaseAccess access,
            AuditTrail trail,
            ActWords acts,
            CaseDocuments documents,
            Signatures signatures,
            Authority authority) {
        this.access = access;
        this.trail = trail;
        this.acts = acts;
        this.documents = documents;
        this.signatures = signatures;
        this.authority = authority;
    }

    /** The evidence of an applicant's signature, and whether its text still has its digest. */
    record Evidence(Signatures.Evidence kept, boolean intact) {}

    @GetMapping
    String show(@PathVariable String number, CurrentOfficer current, Model model) {
        Application application = read(number, current);
        model.addAttribute("number", number);
        model.addAttribute("applicant", application.applicantName());
        model.addAttribute("check", trail.check(application.agency(), number));
        model.addAttribute(
                "entries",
                trail.ofApplication(application.agency(), number).stream()
                        .map(acts::of)
                        .toList());
        model.addAttribute("documents", documents.examine(number));
        model.addAttribute("seal", documents.seal(number).orElse(null));
        List<Evidence> evidence = signatures.of(number).stream()
                .map(kept -> new Evidence(kept, Signatures.isIntact(kept)))
                .toList();
        model.addAttribute("evidence", evidence);
        model.addAttribute("authorisations", authority.of(number));
        model.addAttribute("back", "/backoffice/audit");
        return "backoffice/audit/case";
    }

    @GetMapping("/documents/{kind}")
    ResponseEntity<InputStreamResource> document(
            @PathVariable String number, @PathVariable String kind, CurrentOfficer current) {
        read(number, current);
        StoredFile file = Arrays.stream(CaseDocuments.Kind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst()
                .flatMap(one -> documents.file(number, one))
                .orElseThrow(Refusal::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .contentLength(file.size())
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(documents.open(file.id())));
    }

    private Application read(String number, CurrentOfficer current) {
        return access.read(number, current.as(Role.AUDITOR));
    }
}
