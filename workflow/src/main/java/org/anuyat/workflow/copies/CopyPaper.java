package org.anuyat.workflow.copies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anuyat.workflow.agency.Agency;
import org.anuyat.workflow.catalogue.DocumentRequirement;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.documents.DocumentSource;
import org.anuyat.workflow.documents.EmbeddedFile;
import org.anuyat.workflow.documents.EmbeddedFile.Relationship;
import org.anuyat.workflow.documents.Typesetter;
import org.anuyat.workflow.drawing.Drawn;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.Attachment;
import org.anuyat.workflow.thai.BuddhistDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Typesets a certified copy: what was copied, who certifies it, the pages as pictures, and the document itself inside, bit by bit, so
 * that its own electronic signatures stay good.
 */
@Component
class CopyPaper {

    private static final int LONGEST_NAME = 120;

    private final Typesetter typesetter;
    private final PagePictures pictures;
    private final boolean demonstration;
    private final String template;

    CopyPaper(Typesetter typesetter, PagePictures pictures, @Value("${anuyat.mode:production}") String mode) {
        this.typesetter = typesetter;
        this.pictures = pictures;
        this.demonstration = mode.equals("demonstration");
        try {
            this.template = new ClassPathResource("documents/certified-copy.html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] typeset(
            Application application,
            ServiceDefinition service,
            Agency agency,
            Attachment attachment,
            byte[] content,
            Officer officer,
            Instant at) {
        Drawn<byte[]> drawn = pictures.draw(content, attachment.mediaType());
        String requirement = service.document(attachment.documentKey())
                .map(DocumentRequirement::name)
                .map(name -> name.th())
                .orElse(attachment.name());
        DocumentSource.Builder source = DocumentSource.of(template, "สำเนาที่รับรองความถูกต้อง: " + requirement)
                .description("สำเนาของ" + requirement + " ในคำขอเลขที่ " + application.number())
                .author(agency.nameTh())
                .watermark(demonstration ? "ตัวอย่าง ไม่ใช่เอกสารราชการ" : "สำเนา")
                .data("agency", agency.nameTh())
                .data("agencyEn", agency.nameEn())
                .data("number", application.number())
                .data("applicant", application.applicantName())
                .data("received", application.receivedAt())
                .data("document", requirement)
                .data("file", attachment.name())
                .data("size", "%,d".formatted(attachment.size()))
                .data("count", drawn.count())
                .data("counted", drawn.count() > 0)
                .data("sha256", attachment.sha256())
                .data("officer", officer.displayName())
                .data("position", officer.position())
                .data("date", BuddhistDate.formal(BuddhistDate.dateOf(at)))
                .data("noPictures", drawn.pages().isEmpty())
                .data("shortened", drawn.count() > drawn.pages().size())
                .data("drawn", drawn.pages().size())
                .data("pages", pages(drawn))
                .attach(new EmbeddedFile(
                        fileName(attachment.name()),
                        attachment.mediaType(),
                        "เอกสารที่สำเนานี้ทำจาก",
                        content,
                        Relationship.SOURCE));
        for (int page = 0; page < drawn.pages().size(); page++) {
            source.resource("page-" + (page + 1), drawn.pages().get(page));
        }
        return typesetter.typeset(source.build());
    }

    private static List<Map<String, Object>> pages(Drawn<byte[]> drawn) {
        List<Map<String, Object>> pages = new ArrayList<>();
        for (int page = 1; page <= drawn.pages().size(); page++) {
            pages.add(Map.of("no", page, "of", drawn.count(), "picture", "resource:page-" + page));
        }
        return pages;
    }

    /** The beginning of a name that is too long for a file inside a document, with its ending. */
    private static String fileName(String name) {
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot < name.length() - 10 || dot < 0 ? "" : name.substring(dot);
        return name.substring(0, LONGEST_NAME - ending.length()) + ending;
    }
}
