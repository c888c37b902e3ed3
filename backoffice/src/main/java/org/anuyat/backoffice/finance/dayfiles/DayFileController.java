package org.anuyat.backoffice.finance.dayfiles;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.Field;
import org.anuyat.kit.Problem;
import org.anuyat.kit.part.Pages;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.api.dayfiles.DayDifference;
import org.anuyat.payments.api.dayfiles.DayFile;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.payment.closing.DayClosings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of end-of-day files with a place to bring one, and one file with what differs. */
@Controller
class DayFileController {

    private static final int PER_PAGE = 50;
    /** How the adapter says where a file is wrong, and why; from another process within the text of a problem. */
    private static final Pattern PLACE = Pattern.compile("line ([0-9]+), column ([0-9]+) \\(([^)]*)\\): [^\"\\\\]*");

    private final DayFileDesk desk;
    private final DayClosings closings;
    private final Words words;
    private final DataSize largest;

    DayFileController(
            DayFileDesk desk, DayClosings closings, Words words, @Value("${spring.servlet.multipart.max-file-size}") DataSize largest) {
        this.desk = desk;
        this.closings = closings;
        this.words = words;
        this.largest = largest;
    }

    @GetMapping("/backoffice/finance/day-files")
    ModelAndView list(CurrentOfficer current) {
        return list(current.officer(), question(), HttpStatus.OK);
    }

    private Field question() {
        return Field.of("file", words.of("finance.day.file")).withHint(words.of("finance.day.file.hint"));
    }

    private ModelAndView list(Officer officer, Field question, HttpStatus status) {
        ModelAndView page = new ModelAndView("backoffice/finance/day-files/list", status);
        List<DayFile> files = desk.latest(officer);
        page.addObject("files", files);
        page.addObject("closed", closings.closed(files.stream().map(DayFile::id).toList()));
        page.addObject("question", question);
        page.addObject("problems", Problem.of(List.of(question)));
        page.addObject("back", "/backoffice/finance");
        return page;
    }

    @PostMapping("/backoffice/finance/day-files")
    ModelAndView receive(@RequestParam("file") MultipartFile file, CurrentOfficer current, RedirectAttributes flash) throws IOException {
        if (file.isEmpty()) {
            return again(current, words.of("finance.day.file.missing"));
        }
        try {
            DayFile read = desk.receive(current.officer(), new InputStreamResource(file.getInputStream()));
            flash.addFlashAttribute("done", words.of("finance.day.read"));
            return new ModelAndView("redirect:/backoffice/finance/day-files/" + read.id());
        } catch (PaymentsRefusal refusal) {
            return switch (refusal.reason()) {
                case FILE_MALFORMED -> again(current, malformed(String.valueOf(refusal.getMessage())));
                case FILE_CONFLICT -> again(current, words.of("finance.day.conflict"));
                case UNKNOWN_AGENCY -> again(current, words.of("finance.day.other-account"));
                default -> throw refusal;
            };
        }
    }

    /** The page when a file was larger than could be read at all. */
    ModelAndView tooLarge(Officer officer) {
        String error = words.of("finance.day.file.too-large", largest.toMegabytes());
        return list(officer, question().withError(error), HttpStatus.CONTENT_TOO_LARGE);
    }

    private ModelAndView again(CurrentOfficer current, String error) {
        return list(current.officer(), question().withError(error), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** The place for the officer, and the adapter's own words for the bank's people. */
    private String malformed(String why) {
        Matcher place = PLACE.matcher(why);
        if (!place.find()) {
            return words.of("finance.day.malformed.whole");
        }
        String field = words.orElse("finance.day.field." + place.group(3).replace(' ', '-'), place.group(3));
        return words.of("finance.day.malformed", place.group(1), place.group(2), field, place.group());
    }

    @GetMapping("/backoffice/finance/day-files/{id}")
    ModelAndView file(@PathVariable UUID id, @RequestParam(defaultValue = "1") String page, CurrentOfficer current) {
        DayFile file = desk.find(current.officer(), id);
        int at = Pages.asked(page);
        DayDifference.Page found = desk.differences(file, at - 1, PER_PAGE);
        ModelAndView view = new ModelAndView("backoffice/finance/day-files/file");
        view.addObject("file", file);
        view.addObject("back", "/backoffice/finance/day-files");
        view.addObject("differences", found.entries());
        view.addObject("total", found.total());
        view.addObject("keys", found.entries().stream()
                .collect(Collectors.toMap(Function.identity(), DayFigureDesk::key, (one, same) -> one)));
        view.addObject("decisions", closings.decisions(id));
        view.addObject("closing", closings.of(id).orElse(null));
        view.addObject("pages", Pages.of(at, found.total(), PER_PAGE, "/backoffice/finance/day-files/" + id + "?page={page}"));
        return view;
    }
}
