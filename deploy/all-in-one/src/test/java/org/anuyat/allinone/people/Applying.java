package org.anuyat.allinone.people;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anuyat.workflow.catalogue.DocumentRequirement;
import org.anuyat.workflow.catalogue.form.control.FormPage;
import org.anuyat.workflow.delivery.Messages;
import org.anuyat.workflow.identity.Person;
import org.anuyat.workflow.submission.attachments.Upload;
import org.anuyat.workflow.submission.confirmation.Confirmation;
import org.anuyat.workflow.submission.drafts.Draft;
import org.anuyat.workflow.submission.drafts.DraftDocuments;
import org.anuyat.workflow.submission.drafts.Drafts;
import org.anuyat.workflow.submission.drafts.Saved;
import org.anuyat.workflow.submission.signature.Declaration;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.springframework.stereotype.Component;

/** An applicant at work, as the pages would have it: page by page, document by document, then the one-time code. */
@Component
public class Applying {

    public static final Declaration DECLARATION = new Declaration("ขอรับรองว่าข้อความเป็นความจริง", "127.0.0.1", "test");

    private static final Pattern CODE = Pattern.compile("^\\s+(\\d{6})\\s*$", Pattern.MULTILINE);

    private final Drafts drafts;
    private final DraftDocuments documents;
    private final Confirmation confirmation;
    private final Messages messages;

    Applying(Drafts drafts, DraftDocuments documents, Confirmation confirmation, Messages messages) {
        this.drafts = drafts;
        this.documents = documents;
        this.confirmation = confirmation;
        this.messages = messages;
    }

    /** Answers that a restaurant of 250 square metres gives. */
    public static Map<String, String> restaurant() {
        Map<String, String> answers = new HashMap<>();
        answers.put("applicant.capacity", "SELF");
        answers.put("applicant.prefix", "MR");
        answers.put("applicant.fullName", "สมชาย ใจดี");
        answers.put("applicant.age", "๔๑");
        answers.put("applicant.nationality", "ไทย");
        answers.put("applicant.citizenId", "1-1017-00230-70-8");
        address(answers, "applicant.address");
        answers.put("applicant.phone", "0812345678");
        answers.put("place.type", "SELL");
        answers.put("place.nameTh", "ครัวใจดี");
        answers.put("place.areaSqm", "250");
        answers.put("place.ownership", "OWNER");
        address(answers, "place.address");
        answers.put("business.requestKind", "NEW");
        answers.put("business.year", "2569");
        answers.put("business.foodType", "COOKED");
        answers.put("business.otherLicence", "NO");
        return answers;
    }

    private static void address(Map<String, String> answers, String at) {
        answers.put(at + ".houseNo", "๙๙/๑");
        answers.put(at + ".tambon", "ป้อมปราบ");
        answers.put(at + ".amphoe", "ป้อมปราบศัตรูพ่าย");
        answers.put(at + ".province", "กรุงเทพมหานคร");
        answers.put(at + ".postcode", "10100");
    }

    /** Applies for the food-premises licence; gives the application's number. */
    public String apply(Person person, Map<String, String> answers) {
        Draft draft = drafts.start("food-licence", person);
        for (FormPage page : drafts.service(draft).form().pages()) {
            Map<String, List<String>> typed = new HashMap<>();
            page.controls()
                    .filter(control -> answers.containsKey(control.key()))
                    .forEach(control -> typed.put(control.key(), List.of(answers.get(control.key()))));
            Draft before = drafts.find(draft.id(), person);
            Saved saved = drafts.savePage(draft.id(), page.key(), before.page(page.key()).version(), typed, person);
            if (!saved.reading().isComplete()) {
                throw new AssertionError("page " + page.key() + " was refused: " + saved.reading().errors());
            }
        }
        Draft answered = drafts.find(draft.id(), person);
        for (DocumentRequirement document : drafts.service(answered).documentsFor(answered.answers())) {
            if (document.required()) {
                documents.attach(draft.id(), document.key(), pdf(document.key()), person);
            }
        }
        confirmation.requestCode(draft.id(), person);
        int version = drafts.find(draft.id(), person).version();
        return confirmation
                .confirm(draft.id(), version, code(person), DECLARATION, person)
                .number();
    }

    /** The code that the newest message to the person holds. */
    public String code(Person person) {
        String body = messages.latest(java.util.Objects.requireNonNull(person.email()), 1).get(0).body();
        Matcher code = CODE.matcher(body);
        if (!code.find()) {
            throw new AssertionError("the newest message holds no code: " + body);
        }
        return code.group(1);
    }

    public static Upload pdf(String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setTitle(name);
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Upload(new ByteArrayInputStream(out.toByteArray()), name + ".pdf", "application/pdf");
    }
}
