package org.anuyat.backoffice.cases;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.kit.error.Refusal;
import org.anuyat.workflow.approval.RefusalNotices;
import org.anuyat.workflow.copies.CertifiedCopies;
import org.anuyat.workflow.files.Files;
import org.anuyat.workflow.files.StoredFile;
import org.anuyat.workflow.review.cases.CaseAccess;
import org.anuyat.workflow.review.inspection.Inspections;
import org.anuyat.workflow.submission.Application;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The files of a case, to its readers. Only kinds that a browser shows without running anything are shown; everything else is
 * downloaded, and no browser guesses another type.
 */
@Controller
class CaseFileController {

    private static final Set<String> SHOWN = Set.of("application/pdf", "image/jpeg", "image/png", "text/plain");

    private final CaseAccess access;
    private final Inspections inspections;
    private final RefusalNotices notices;
    private final CertifiedCopies copies;
    private final Files files;

    CaseFileController(
            CaseAccess access, Inspections inspections, RefusalNotices notices, CertifiedCopies copies, Files files) {
        this.access = access;
        this.inspections = inspections;
        this.notices = notices;
        this.copies = copies;
        this.files = files;
    }

    /** Whether a browser may show files of this type. */
    static boolean isShown(String mediaType) {
        return SHOWN.contains(mediaType);
    }

    @GetMapping("/backoffice/cases/{number}/documents/{attachment}")
    ResponseEntity<InputStreamResource> document(
            @PathVariable String number,
            @PathVariable UUID attachment,
            @RequestParam(defaultValue = "false") boolean download,
            CurrentOfficer current) {
        Application application = access.read(number, current.officer());
        return application
                .attachment(attachment)
                .map(found -> send(found.file(), download))
                .orElseThrow(Refusal::notFound);
    }

    @GetMapping("/backoffice/cases/{number}/photos/{photo}")
    ResponseEntity<InputStreamResource> photo(
            @PathVariable String number, @PathVariable UUID photo, CurrentOfficer current) {
        access.read(number, current.officer());
        return inspections.photos(number).stream()
                .filter(one -> one.file().equals(photo))
                .findFirst()
                .map(found -> send(found.file(), false))
                .orElseThrow(Refusal::notFound);
    }

    @GetMapping("/backoffice/cases/{number}/refusal-notice")
    ResponseEntity<InputStreamResource> notice(@PathVariable String number, CurrentOfficer current) {
        access.read(number, current.officer());
        return notices.find(number).map(notice -> send(notice.file(), false)).orElseThrow(Refusal::notFound);
    }

    @GetMapping("/backoffice/cases/{number}/certified-copies/{id}")
    ResponseEntity<InputStreamResource> copy(@PathVariable String number, @PathVariable UUID id, CurrentOfficer current) {
        access.read(number, current.officer());
        return copies.find(number, id).map(copy -> send(copy.paper(), false)).orElseThrow(Refusal::notFound);
    }

    private ResponseEntity<InputStreamResource> send(UUID id, boolean download) {
        StoredFile file = files.find(id).orElseThrow(Refusal::notFound);
        boolean shown = !download && isShown(file.mediaType());
        InputStream content = files.open(id);
        ContentDisposition disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        MediaType type = MediaType.parseMediaType(file.mediaType());
        return ResponseEntity.ok()
                .contentType(type.getType().equals("text") ? new MediaType(type, StandardCharsets.UTF_8) : type)
                .contentLength(file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
                .body(new InputStreamResource(content));
    }
}
