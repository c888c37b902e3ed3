package org.anuyat.backoffice.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.anuyat.backoffice.cases.CaseFolder;
import org.anuyat.backoffice.cases.CaseFolders;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.part.Row;
import org.anuyat.workflow.catalogue.form.words.AnswerLine;
import org.anuyat.workflow.review.checking.CheckPoint;
import org.anuyat.workflow.review.checking.CheckSheet;
import org.anuyat.workflow.review.checking.Finding;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.Attachment;
import org.anuyat.workflow.submission.corrections.CorrectionItem.Kind;
import org.anuyat.workflow.submission.corrections.Corrections;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays the checklist beside what the applicant handed in. */
@Component
class CheckLines {

    private final CaseFolders folders;
    private final Corrections corrections;
    private final Words words;

    CheckLines(CaseFolders folders, Corrections corrections, Words words) {
        this.folders = folders;
        this.corrections = corrections;
        this.words = words;
    }

    /**
     * The lines of the page.
     *
     * @param form what was just typed; null to show what is kept
     */
    List<CheckLine> of(Application application, CheckSheet sheet, @Nullable CheckForm form) {
        List<AnswerLine> answers = folders.lines(application);
        List<CaseFolder.Document> documents = folders.documents(application);
        Set<String> changed = changed(application, sheet.round());
        Set<String> unexplained = form == null ? Set.of() : Set.copyOf(form.unexplained());
        List<CheckLine> lines = new ArrayList<>();
        for (CheckSheet.Line line : sheet.lines()) {
            CheckPoint point = line.point();
            List<CaseFolder.Document> handedIn = documents(application, point, documents);
            lines.add(new CheckLine(
                    point.key(),
                    "p-" + point.key().replaceAll("[^A-Za-z0-9]+", "-"),
                    point.text().in(words.locale()),
                    form == null ? kept(line.finding()) : form.found(point.key()),
                    form == null ? remark(line.finding()) : form.remark(point.key()),
                    targets(line, form),
                    answers(point, answers),
                    handedIn,
                    handedIn.isEmpty() && point.targets().stream().anyMatch(target -> target.kind() == Kind.DOCUMENT),
                    point.targets().stream().anyMatch(target -> changed.contains(target.id())),
                    unexplained.contains(point.key()) ? words.of("office.check.remark.missing") : null));
        }
        return lines;
    }

    private Set<String> changed(Application application, int round) {
        return corrections.changes(application.number()).stream()
                .filter(change -> change.round() == round - 1 && change.isDifferent())
                .map(change -> (change.asked().kind() == Kind.FIELD ? "field." : "document.") + change.asked().key())
                .collect(Collectors.toSet());
    }

    private List<CheckLine.Target> targets(CheckSheet.Line line, @Nullable CheckForm form) {
        if (line.point().targets().size() < 2) {
            return List.of();
        }
        Finding finding = line.finding();
        Set<String> ticked = form != null
                ? form.ticked(line.point().key())
                : finding == null ? Set.of() : finding.targets();
        Locale locale = words.locale();
        return line.point().targets().stream()
                .map(target -> new CheckLine.Target(
                        target.id(), target.label().in(locale), ticked.contains(target.id())))
                .toList();
    }

    private static List<Row> answers(CheckPoint point, List<AnswerLine> answers) {
        Set<String> fields = point.targets().stream()
                .filter(target -> target.kind() == Kind.FIELD)
                .map(CheckPoint.Target::key)
                .collect(Collectors.toSet());
        return answers.stream()
                .filter(line -> fields.contains(line.field().replaceAll("\\[.*", "")))
                .map(line -> Row.of(line.label(), line.text().isEmpty() ? "–" : line.text()))
                .toList();
    }

    private static List<CaseFolder.Document> documents(
            Application application, CheckPoint point, List<CaseFolder.Document> documents) {
        List<CaseFolder.Document> found = new ArrayList<>();
        List<Attachment> attachments = application.attachments();
        for (int i = 0; i < attachments.size(); i++) {
            String key = attachments.get(i).documentKey();
            if (point.targets().stream().anyMatch(target -> target.kind() == Kind.DOCUMENT && target.key().equals(key))) {
                found.add(documents.get(i));
            }
        }
        return found;
    }

    private static String kept(@Nullable Finding finding) {
        return finding == null ? "" : finding.ok() ? "ok" : "defect";
    }

    private static String remark(@Nullable Finding finding) {
        return finding == null ? "" : finding.remark();
    }
}
