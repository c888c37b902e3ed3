package org.anuyat.workflow.submission;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anuyat.workflow.files.Specimens;
import org.anuyat.workflow.identity.AssuranceLevel;
import org.anuyat.workflow.identity.AuthenticatorLevel;
import org.anuyat.workflow.identity.Person;
import org.anuyat.workflow.submission.ApplyTestApplication.Heard;
import org.anuyat.workflow.submission.attachments.Upload;
import org.anuyat.workflow.submission.confirmation.Confirmation;
import org.anuyat.workflow.submission.confirmation.Receipt;
import org.anuyat.workflow.submission.drafts.Draft;
import org.anuyat.workflow.submission.drafts.DraftDocuments;
import org.anuyat.workflow.submission.drafts.Drafts;
import org.anuyat.workflow.submission.signature.Declaration;
import org.anuyat.workflow.thai.NationalId;

/** What an applicant does for a food licence, step by step. */
final class Applicant {

    static final String SERVICE = "food-licence";
    static final Declaration DECLARATION = new Declaration("ข้าพเจ้าขอรับรอง", "192.0.2.7", "Mozilla/5.0 (test)");

    private final Drafts drafts;
    private final DraftDocuments documents;
    private final Confirmation confirmation;
    private final Heard heard;

    Applicant(Drafts drafts, DraftDocuments documents, Confirmation confirmation, Heard heard) {
        this.drafts = drafts;
        this.documents = documents;
        this.confirmation = confirmation;
        this.heard = heard;
    }

    static Person somying() {
        return person(AssuranceLevel.IAL2_3);
    }

    static Person person(AssuranceLevel assurance) {
        return new Person(
                UUID.randomUUID().toString(),
                "นางสาว",
                "สมหญิง",
                "ใจดี",
                "Miss Somying Jaidee",
                new NationalId("1101700230708"),
                java.time.LocalDate.of(1991, 5, 4),
                "somying@example.com",
                "0812345678",
                null,
                assurance,
                AuthenticatorLevel.AAL2);
    }

    /** All pages answered, no documents yet. */
    Draft answered(Person person) {
        Draft draft = drafts.start(SERVICE, person);
        for (var page : pages().entrySet()) {
            var saved = drafts.savePage(
                    draft.id(), page.getKey(), draft.page(page.getKey()).version(), page.getValue(), person);
            if (!saved.accepted()) {
                throw new AssertionError(page.getKey() + ": " + saved.reading().errors());
            }
        }
        return drafts.find(draft.id(), person);
    }

    /** Answers and documents, ready to be confirmed. */
    Draft ready(Person person) {
        Draft draft = answered(person);
        for (String key : List.of("placeConsent", "buildingEvidence", "medicalCertificates", "locationMap", "sanitationPlan")) {
            documents.attach(draft.id(), key, pdf(key + ".pdf"), person);
        }
        return drafts.find(draft.id(), person);
    }

    String code(Draft draft, Person person) {
        confirmation.requestCode(draft.id(), person);
        return heard.last(CodeRequested.class).code();
    }

    Receipt confirm(Draft draft, Person person) {
        return confirmation.confirm(draft.id(), draft.version(), code(draft, person), DECLARATION, person);
    }

    /** A whole application. */
    Receipt apply(Person person) {
        return confirm(ready(person), person);
    }

    static Upload pdf(String name) {
        return upload(name, Specimens.pdf());
    }

    static Upload upload(String name, byte[] content) {
        return new Upload(new ByteArrayInputStream(content), name, null);
    }

    static Map<String, Map<String, List<String>>> pages() {
        Map<String, Map<String, List<String>>> pages = new LinkedHashMap<>();
        pages.put("who", typed(
                "applicant.capacity", "SELF",
                "applicant.prefix", "MISS",
                "applicant.fullName", "สมหญิง ใจดี",
                "applicant.age", "35",
                "applicant.nationality", "ไทย",
                "applicant.citizenId", "1-1017-00230-70-8"));
        pages.put("home", with(address("applicant.address"), "applicant.phone", "081-234-5678", "applicant.fax", "",
                "applicant.email", "somying@example.com"));
        pages.put("premises", with(address("place.address"),
                "place.type", "SELL",
                "place.nameTh", "ครัวสมหญิง",
                "place.nameEn", "Somying Kitchen",
                "place.areaSqm", "250.5",
                "place.ownership", "RENT",
                "place.ownerName", "นายมั่ง มีที่"));
        pages.put("operation", typed(
                "business.requestKind", "NEW",
                "business.previousLicence", "",
                "business.year", "2569",
                "business.foodType", "COOKED",
                "business.foodDetail", "อาหารตามสั่ง",
                "business.otherLicence", "NO",
                "business.manager", ""));
        pages.put("staff", typed(
                "business.handlers[0].name", "นายปรุง รสดี",
                "business.handlers[0].duty", "COOK",
                "business.handlers[0].examinedOn.day", "1",
                "business.handlers[0].examinedOn.month", "11",
                "business.handlers[0].examinedOn.year", "2569"));
        return pages;
    }

    static Map<String, List<String>> typed(String... namesAndValues) {
        return with(new LinkedHashMap<>(), namesAndValues);
    }

    static Map<String, List<String>> with(Map<String, List<String>> typed, String... namesAndValues) {
        Map<String, List<String>> more = new LinkedHashMap<>(typed);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            more.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return more;
    }

    private static Map<String, List<String>> address(String prefix) {
        return typed(
                prefix + ".houseNo", "99/1",
                prefix + ".moo", "4",
                prefix + ".soi", "",
                prefix + ".road", "ห้วยแก้ว",
                prefix + ".tambon", "สุเทพ",
                prefix + ".amphoe", "เมืองเชียงใหม่",
                prefix + ".province", "เชียงใหม่",
                prefix + ".postcode", "50200");
    }
}
