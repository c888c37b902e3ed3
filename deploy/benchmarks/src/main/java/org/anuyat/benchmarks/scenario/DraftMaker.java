package org.anuyat.benchmarks.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anuyat.benchmarks.platform.Database;
import org.anuyat.benchmarks.platform.Visitor;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Fills in one application through the web, page by page, and copies it in the database as often as is wanted. */
public final class DraftMaker {

    /** Answers beside those that the form fills in by itself. */
    private static final Map<String, Map<String, String>> ANSWERS = Map.of(
            "who", Map.of("applicant.capacity", "SELF"),
            "home", address("applicant"),
            "premises", premises(),
            "operation",
            Map.of("business.requestKind", "NEW", "business.year", "2569", "business.foodType", "COOKED", "business.otherLicence", "NO"),
            "staff", Map.of());

    private static final List<String> PAGES = List.of("who", "home", "premises", "operation", "staff");

    /** What the service wants; the first one is uploaded while it is measured. */
    static final String MEASURED_DOCUMENT = "buildingEvidence";

    private static final List<String> OTHER_DOCUMENTS = List.of("medicalCertificates", "locationMap", "sanitationPlan");

    private final Visitor citizen;
    private final Database database;
    private final KnownCodes codes;

    /** @param confirmationKey what the platform was started with */
    public DraftMaker(Visitor citizen, Database database, String confirmationKey) {
        this.citizen = citizen;
        this.database = database;
        this.codes = new KnownCodes(confirmationKey);
    }

    /** A draft in which everything but one document is there; returns its id. */
    public String fill() {
        Document start = citizen.get("/services/food-licence/start");
        Document tasks = send(start, "/services/food-licence/start", Map.of());
        String draft = tasks.location().replaceAll(".*/drafts/([0-9a-f-]{36}).*", "$1");
        for (String page : PAGES) {
            String path = "/applications/drafts/" + draft + "/pages/" + page;
            Document next = send(citizen.get(path), path, ANSWERS.get(page));
            if (!next.select(".govuk-error-summary").isEmpty()) {
                throw new IllegalStateException(page + ": " + next.select(".govuk-error-summary").text());
            }
        }
        Specimen specimen = Specimen.ofBytes(20_000);
        for (int i = 0; i < OTHER_DOCUMENTS.size(); i++) {
            citizen.upload(
                            "/applications/drafts/%s/documents/%s".formatted(draft, OTHER_DOCUMENTS.get(i)),
                            "document.pdf",
                            specimen.copy(i),
                            302)
                    .join();
        }
        return draft;
    }

    /** Copies of a draft with a known one-time code each. */
    public List<Prepared> copies(String draft, int count) {
        int version = (int) database.count("select version from draft where id = ?", UUID.fromString(draft));
        List<Prepared> copies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID id = UUID.randomUUID();
            UUID code = UUID.randomUUID();
            database.update(
                    """
                    insert into draft (id, agency, service_id, service_version, owner_id, version, answers, pages, created_at,
                                       changed_at, expires_at)
                    select ?, agency, service_id, service_version, owner_id, version, answers, pages, created_at, changed_at, expires_at
                      from draft where id = ?
                    """,
                    id,
                    UUID.fromString(draft));
            database.update(
                    """
                    insert into draft_attachment (id, agency, draft_id, document_key, file_id, added_at)
                    select gen_random_uuid(), agency, ?, document_key, file_id, added_at from draft_attachment where draft_id = ?
                    """,
                    id,
                    UUID.fromString(draft));
            database.update(
                    """
                    insert into confirmation_code (id, agency, draft_id, person_id, sequence, hash, created_at, expires_at)
                    select ?, agency, id, owner_id, 0, ?, now(), now() + interval '2 hours' from draft where id = ?
                    """,
                    code,
                    codes.hash(code),
                    id);
            copies.add(new Prepared(id.toString(), version));
        }
        database.update("analyze draft, draft_attachment, confirmation_code");
        return copies;
    }

    /** A draft that waits for its last document and its confirmation. */
    public record Prepared(String id, int version) {}

    private Document send(Document page, String action, Map<String, String> answers) {
        Element form = page.select("form").stream()
                .filter(candidate -> candidate.attr("action").endsWith(action) && candidate.attr("method").equalsIgnoreCase("post"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no form for " + action + " on the page " + page.title()));
        Map<String, List<String>> fields = new LinkedHashMap<>();
        ((FormElement) form).formData().forEach(field -> fields.put(field.key(), List.of(field.value())));
        answers.forEach((name, value) -> fields.put(name, List.of(value)));
        return citizen.post(action, fields);
    }

    private static Map<String, String> premises() {
        Map<String, String> answers = new LinkedHashMap<>(address("place"));
        answers.put("place.type", "SELL");
        answers.put("place.nameTh", "ครัวตัวอย่าง");
        answers.put("place.areaSqm", "250");
        answers.put("place.ownership", "OWNER");
        return answers;
    }

    private static Map<String, String> address(String of) {
        return Map.of(
                of + ".address.houseNo", "99/1",
                of + ".address.tambon", "ช้างเผือก",
                of + ".address.amphoe", "เมืองเชียงใหม่",
                of + ".address.province", "เชียงใหม่",
                of + ".address.postcode", "50300");
    }
}
