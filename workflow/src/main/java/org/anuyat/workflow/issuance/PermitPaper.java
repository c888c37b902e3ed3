package org.anuyat.workflow.issuance;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anuyat.workflow.agency.Agency;
import org.anuyat.workflow.catalogue.PermitKind.OfficerSignature;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.documents.DocumentSource;
import org.anuyat.workflow.documents.EmbeddedFile;
import org.anuyat.workflow.documents.Typesetter;
import org.anuyat.workflow.issuance.signature.Approver;
import org.anuyat.workflow.thai.BuddhistDate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The document of a permit: the service's template, the data, the same data for machines, and a QR code to verify it. */
@Component
class PermitPaper {

    private final Typesetter typesetter;
    private final JsonMapper json;
    private final String baseUrl;
    private final boolean demonstration;

    PermitPaper(
            Typesetter typesetter,
            JsonMapper json,
            @Value("${anuyat.base-url:http://localhost:8080}") String baseUrl,
            @Value("${anuyat.mode:production}") String mode) {
        this.typesetter = typesetter;
        this.json = json;
        this.baseUrl = baseUrl;
        this.demonstration = mode.equals("demonstration");
    }

    /** What the QR code leads to: the same page, with the token when there is one. */
    private String code(Facts permit) {
        return verificationUrl(permit.signedToken() == null ? permit.token() : permit.signedToken());
    }

    /** Where anybody can check whether a permit is good today. */
    String verificationUrl(String token) {
        return baseUrl + "/verify/" + token;
    }

    /**
     * Typesets a permit.
     *
     * @param particulars by the names that the service's template uses
     * @param picture of the approver's signature; null without one
     */
    byte[] typeset(
            Facts permit,
            ServiceDefinition service,
            Agency agency,
            Map<String, String> particulars,
            Approver approver,
            byte @Nullable [] picture,
            List<String> conditions) {
        OfficerSignature signature = service.permit().officerSignature();
        DocumentSource.Builder source = DocumentSource.of(
                        service.resource(service.permit().template()),
                        service.permit().title().th() + " เลขที่ " + permit.number())
                .description(service.title().th())
                .author(agency.nameTh())
                .data("title", service.permit().title().th())
                .data("legalBasis", service.permit().legalBasis().th())
                .data("number", permit.number())
                .data("agency", agency.nameTh())
                .data("agencyEn", agency.nameEn())
                .data("agencyAddress", agency.addressTh())
                .data("holder", permit.holderName())
                .data("issuedOn", BuddhistDate.formal(permit.issuedOn()))
                .data("expiresOn", permit.expiresOn() == null ? null : BuddhistDate.formal(permit.expiresOn()))
                .data("applicationNumber", permit.applicationNumber())
                .data("approver", approver.name())
                .data("approverPosition", approver.position())
                .data("approvedOn", BuddhistDate.formal(approver.approvedOn()))
                .data("signed", signature != OfficerSignature.NONE)
                .data("digital", signature == OfficerSignature.DIGITAL)
                .data("signaturePicture", picture != null)
                .data("conditions", conditions)
                .data("verificationUrl", verificationUrl(permit.token()))
                .data("verificationCode", code(permit))
                .data("particulars", particulars)
                .attach(new EmbeddedFile(
                        "permit.json",
                        "application/json",
                        "ข้อมูลใบอนุญาตสำหรับเครื่องอ่าน",
                        machineReadable(permit, service, agency, particulars, approver)))
                .watermark(demonstration ? "ตัวอย่าง ไม่ใช่เอกสารราชการ" : null);
        if (picture != null) {
            source.resource("signature", picture);
        }
        return typesetter.typeset(source.build());
    }

    private byte[] machineReadable(
            Facts permit,
            ServiceDefinition service,
            Agency agency,
            Map<String, String> particulars,
            Approver approver) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("type", "permit");
        facts.put("version", 1);
        facts.put("number", permit.number());
        facts.put("title", Map.of("th", service.permit().title().th(), "en", service.permit().title().en()));
        facts.put("service", service.id());
        facts.put("serviceVersion", service.version());
        facts.put("agency", Map.of("code", agency.code(), "th", agency.nameTh(), "en", agency.nameEn()));
        facts.put("holder", permit.holderName());
        facts.put("issuedOn", permit.issuedOn().toString());
        facts.put("expiresOn", permit.expiresOn() == null ? null : permit.expiresOn().toString());
        facts.put("application", permit.applicationNumber());
        facts.put("approvedBy", Map.of("name", approver.name(), "position", approver.position()));
        facts.put("particulars", particulars);
        facts.put("verify", verificationUrl(permit.token()));
        return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(facts);
    }

    /** What is printed on a permit beside its particulars. */
    record Facts(
            String number,
            String applicationNumber,
            String holderName,
            LocalDate issuedOn,
            @Nullable LocalDate expiresOn,
            String token,
            @Nullable String signedToken) {}
}
