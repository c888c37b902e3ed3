package org.anuyat.backoffice.review.inspection;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.anuyat.backoffice.cases.CaseFolders;
import org.anuyat.backoffice.review.Confirmation;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.Field;
import org.anuyat.kit.Look;
import org.anuyat.kit.Option;
import org.anuyat.kit.Problem;
import org.anuyat.workflow.files.FileRefused;
import org.anuyat.workflow.identity.Accounts;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.review.inspection.Inspection;
import org.anuyat.workflow.review.inspection.Inspections;
import org.anuyat.workflow.review.inspection.Photo;
import org.anuyat.workflow.thai.BuddhistDate;
import org.anuyat.workflow.worklist.TaskKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of an inspection with its three forms, each shown again with what was typed when something is wrong. */
@Component
class InspectionPages {

    private final CaseFolders folders;
    private final Inspections inspections;
    private final Accounts accounts;
    private final Words words;

    InspectionPages(CaseFolders folders, Inspections inspections, Accounts accounts, Words words) {
        this.folders = folders;
        this.inspections = inspections;
        this.accounts = accounts;
        this.words = words;
    }

    ModelAndView page(String number, Officer officer) {
        return page(
                number,
                officer,
                appointment(officer, AppointmentForm.EMPTY, null, null),
                photo(null),
                result("", "", null),
                HttpStatus.OK);
    }

    ModelAndView appointmentAgain(
            String number, Officer officer, AppointmentForm form, @Nullable String wrongTime, @Nullable String wrongPerson) {
        return again(number, officer, appointment(officer, form, wrongTime, wrongPerson), photo(null), result("", "", null));
    }

    ModelAndView photoAgain(String number, Officer officer, FileRefused.Code code) {
        String wrong = words.orElse("file.refused." + code, words.of("office.inspection.photo.refused"));
        return photoAgain(number, officer, wrong, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** The page when photographs were larger than could be read at all. */
    ModelAndView photosTooLarge(String number, Officer officer) {
        return photoAgain(number, officer, words.of("office.inspection.photo.too-large"), HttpStatus.CONTENT_TOO_LARGE);
    }

    private ModelAndView photoAgain(String number, Officer officer, String wrong, HttpStatus status) {
        return page(number, officer, appointment(officer, AppointmentForm.EMPTY, null, null), photo(wrong), result("", "", null), status);
    }

    ModelAndView resultAgain(String number, Officer officer, String passed, String findings, boolean confirmed) {
        return again(
                number,
                officer,
                appointment(officer, AppointmentForm.EMPTY, null, null),
                photo(null),
                result(passed, findings, confirmed));
    }

    private ModelAndView again(
            String number, Officer officer, List<Field> appointment, List<Field> photo, List<Field> result) {
        return page(number, officer, appointment, photo, result, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView page(
            String number,
            Officer officer,
            List<Field> appointment,
            List<Field> photo,
            List<Field> result,
            HttpStatus status) {
        List<Field> all = new ArrayList<>(appointment);
        all.addAll(photo);
        all.addAll(result);
        ModelAndView page = new ModelAndView("backoffice/review/inspection");
        page.addObject("folder", folders.openFor(number, TaskKind.INSPECT, 0, officer));
        Inspection appointed = inspections.ahead(number).orElse(null);
        page.addObject("appointed", appointed);
        page.addObject("timeHasCome", appointed != null && inspections.mayBeRecorded(appointed));
        page.addObject("photos", photos(number, appointed));
        page.addObject("photosOf", inspections.photosOf(number));
        page.addObject(
                "earlier",
                inspections.of(number).stream()
                        .filter(one -> one.outcome().isPresent())
                        .toList());
        page.addObject("date", appointment.get(0));
        page.addObject("time", appointment.get(1));
        page.addObject("inspector", appointment.get(2));
        page.addObject("note", appointment.get(3));
        page.addObject("photo", photo.get(0));
        page.addObject("caption", photo.get(1));
        page.addObject("passed", result.get(0));
        page.addObject("findings", result.get(1));
        page.addObject("confirmed", result.get(2));
        page.addObject("problems", Problem.of(all));
        page.setStatus(status);
        return page;
    }

    private List<Photo> photos(String number, @Nullable Inspection appointed) {
        return appointed == null
                ? List.of()
                : inspections.photosOf(number).getOrDefault(appointed.sequence(), List.of());
    }

    private List<Field> appointment(
            Officer officer, AppointmentForm form, @Nullable String wrongTime, @Nullable String wrongPerson) {
        List<Option> times = IntStream.range(17, 33)
                .mapToObj(half -> LocalTime.of(half / 2, half % 2 * 30))
                .map(time -> Option.of(time.toString(), BuddhistDate.time(time, words.locale())))
                .toList();
        List<Option> inspectors = accounts.officers(officer.agency(), Role.INSPECTOR).stream()
                .map(one -> Option.of(one.subject(), one.displayName() + " (" + one.position() + ")"))
                .toList();
        return List.of(
                Field.of("date", words.of("office.inspection.date"))
                        .withHint(words.of("office.inspection.date.hint"))
                        .withValue(form.date())
                        .withError(wrongTime == null ? null : words.of(wrongTime)),
                Field.of("time", words.of("office.inspection.time")).withOptions(times).withValue(form.time()),
                Field.of("inspector", words.of("office.inspection.inspector"))
                        .withOptions(inspectors)
                        .withValue(form.inspector().isEmpty() ? officer.subject() : form.inspector())
                        .withError(wrongPerson == null ? null : words.of(wrongPerson)),
                Field.of("note", words.of("office.inspection.note"))
                        .withHint(words.of("office.inspection.note.hint"))
                        .withValue(form.note())
                        .withLook(Look.PLAIN.withRows(3)));
    }

    private List<Field> photo(@Nullable String error) {
        return List.of(
                Field.of("photo", words.of("office.inspection.photo"))
                        .withHint(words.of("office.inspection.photo.hint"))
                        .with("accept", "image/jpeg,image/png")
                        .with("multiple", "multiple")
                        .withError(error),
                Field.of("caption", words.of("office.inspection.caption")));
    }

    /** @param confirmed null before anything was sent */
    private List<Field> result(String passed, String findings, @Nullable Boolean confirmed) {
        boolean sent = confirmed != null;
        return List.of(
                Field.of("passed", words.of("office.inspection.passed"))
                        .withOptions(List.of(
                                Option.of("yes", words.of("office.inspection.passed.yes")),
                                Option.of("no", words.of("office.inspection.passed.no"))))
                        .withValue(passed)
                        .withError(sent && passed.isEmpty() ? words.of("office.choice.missing") : null),
                Field.of("findings", words.of("office.inspection.findings"))
                        .withHint(words.of("office.inspection.findings.hint"))
                        .withValue(findings)
                        .withError(sent && findings.isBlank() ? words.of("office.inspection.findings.missing") : null),
                Confirmation.field(words, confirmed));
    }
}
