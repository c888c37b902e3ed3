package org.anuyat.workflow.submission.acknowledgement;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.anuyat.workflow.agency.Agencies;
import org.anuyat.workflow.agency.Agency;
import org.anuyat.workflow.catalogue.DocumentRequirement;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.documents.DocumentSource;
import org.anuyat.workflow.documents.EmbeddedFile;
import org.anuyat.workflow.documents.Typesetter;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.submission.Attachment;
import org.anuyat.workflow.thai.BuddhistDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The acknowledgement on paper: Thai, with the agency's name and telephone in English too, as the standard asks (requirement
 * 3.4), and the same facts as JSON inside.
 */
@Component
class AcknowledgementPaper {

    private static final String DATA_FORMAT = "https://anuyat.org/formats/acknowledgement/1";

    private final Typesetter typesetter;
    private final Services services;
    private final Agencies agencies;
    private final Applications applications;
    private final JsonMapper json;
    private final String mode;
    private final String template;

    AcknowledgementPaper(
            Typesetter typesetter,
            Services services,
            Agencies agencies,
            Applications applications,
            JsonMapper json,
            @Value("${anuyat.mode:production}") String mode)
            throws IOException {
        this.typesetter = typesetter;
        this.services = services;
        this.agencies = agencies;
        this.applications = applications;
        this.json = json;
        this.mode = mode;
        try (InputStream in = new ClassPathResource("documents/acknowledgement.html").getInputStream()) {
            this.template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    byte[] typeset(Application application) {
        ServiceDefinition service = services.version(application.serviceId(), application.serviceVersion());
        Agency agency = agencies.byCode(application.agency());
        List<Attachment> attachments =
                applications.revisions(application.number()).get(0).attachments();
        DocumentSource source = DocumentSource.of(template, "ใบรับคำขอ เลขที่ " + application.number())
                .description("ใบรับคำขอ " + service.title().th() + " เลขที่คำขอ " + application.number())
                .author(agency.nameTh())
                .watermark(mode.equals("demonstration") ? "ตัวอย่าง ไม่ใช่เอกสารราชการ" : null)
                .data("number", application.number())
                .data("service", service.title().th())
                .data("serviceEn", service.title().en())
                .data("applicant", application.applicantName())
                .data("agency", agency.nameTh())
                .data("agencyEn", agency.nameEn())
                .data("address", agency.addressTh())
                .data("phone", agency.phone())
                .data("email", agency.email())
                .data("entered", application.enteredAt())
                .data("received", application.receivedAt())
                .data("enteredEn", BuddhistDate.withTime(application.enteredAt(), Locale.ENGLISH))
                .data("receivedEn", BuddhistDate.withTime(application.receivedAt(), Locale.ENGLISH))
                .data("nextOpening", application.countsFromNextOpening())
                .data("atOnce", !application.countsFromNextOpening())
                .data("attachments", attachmentLines(attachments, service))
                .data("noAttachments", attachments.isEmpty())
                .attach(new EmbeddedFile(
                        "acknowledgement.json",
                        "application/json",
                        "ข้อมูลใบรับคำขอที่เครื่องอ่านได้",
                        json.writerWithDefaultPrettyPrinter()
                                .writeValueAsBytes(data(application, service, agency, attachments))))
                .build();
        return typesetter.typeset(source);
    }

    private static List<Map<String, Object>> attachmentLines(List<Attachment> attachments, ServiceDefinition service) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Attachment attachment : attachments) {
            lines.add(Map.of(
                    "no", lines.size() + 1,
                    "document", documentName(attachment, service),
                    "file", attachment.name(),
                    "kilobytes", "%,d".formatted(Math.max(1, attachment.size() / 1024))));
        }
        return lines;
    }

    private static Map<String, Object> data(
            Application application, ServiceDefinition service, Agency agency, List<Attachment> attachments) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("format", DATA_FORMAT);
        data.put("number", application.number());
        data.put("service", application.serviceId());
        data.put("serviceVersion", application.serviceVersion());
        data.put("serviceTitle", Map.of("th", service.title().th(), "en", service.title().en()));
        data.put("agency", agency.code());
        data.put("agencyName", Map.of("th", agency.nameTh(), "en", agency.nameEn()));
        data.put("applicant", application.applicantName());
        data.put("enteredAt", application.enteredAt().toString());
        data.put("receivedAt", application.receivedAt().toString());
        data.put("legalBasis", "Electronic Performance of Government Service Act B.E. 2565, section 10");
        data.put(
                "attachments",
                attachments.stream()
                        .map(a -> Map.of(
                                "document", a.documentKey(),
                                "name", a.name(),
                                "size", a.size(),
                                "sha256", a.sha256()))
                        .toList());
        return data;
    }

    private static String documentName(Attachment attachment, ServiceDefinition service) {
        return service.document(attachment.documentKey())
                .map(DocumentRequirement::name)
                .map(name -> name.th())
                .orElse(attachment.documentKey());
    }
}
