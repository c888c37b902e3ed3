package org.anuyat.backoffice.finance.dayfiles;

import java.util.List;
import java.util.UUID;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.Field;
import org.anuyat.kit.Problem;
import org.anuyat.kit.error.Refusal;
import org.anuyat.payments.api.dayfiles.DayFile;
import org.anuyat.workflow.files.Files;
import org.anuyat.workflow.payment.closing.ClosingRefused;
import org.anuyat.workflow.payment.closing.DayClosing;
import org.anuyat.workflow.payment.closing.DayClosings;
import org.anuyat.workflow.payment.closing.DayFigures;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Deciding about differences of a day, closing it, and the report that stays. */
@Controller
@RequestMapping("/backoffice/finance/day-files/{id}")
class ClosingController {

    private static final int LONGEST = 1_000;

    private final DayFileDesk desk;
    private final DayFigureDesk figures;
    private final DayClosings closings;
    private final Files files;
    private final Words words;

    ClosingController(DayFileDesk desk, DayFigureDesk figures, DayClosings closings, Files files, Words words) {
        this.desk = desk;
        this.figures = figures;
        this.closings = closings;
        this.files = files;
        this.words = words;
    }

    @GetMapping("/difference")
    ModelAndView difference(@PathVariable UUID id, @RequestParam("key") String key, CurrentOfficer current) {
        DayFile file = desk.find(current.officer(), id);
        DayFigures.Difference difference = find(file, key);
        String before = difference.decision() == null ? "" : difference.decision().text();
        return decide(file, difference, field("decision", before, null), HttpStatus.OK);
    }

    /** A decision can be changed until the day is closed, so it isn't read again first. */
    @PostMapping("/difference")
    ModelAndView decide(
            @PathVariable UUID id,
            @RequestParam("key") String key,
            @RequestParam(defaultValue = "") String decision,
            CurrentOfficer current,
            RedirectAttributes flash) {
        DayFile file = desk.find(current.officer(), id);
        DayFigures.Difference difference = find(file, key);
        String text = plain(decision);
        if (text.isEmpty() || text.length() > LONGEST) {
            String wrong = text.isEmpty() ? words.of("finance.day.decision.missing") : words.of("finance.too-long", LONGEST);
            return decide(file, difference, field("decision", text, wrong), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            closings.decide(file.agency(), id, key, text, current.actor());
        } catch (ClosingRefused refused) {
            throw Refusal.changedMeanwhile();
        }
        flash.addFlashAttribute("done", words.of("finance.day.decision.done"));
        return new ModelAndView("redirect:/backoffice/finance/day-files/" + id);
    }

    @GetMapping("/closing")
    ModelAndView closing(@PathVariable UUID id, CurrentOfficer current) {
        DayFile file = desk.find(current.officer(), id);
        return close(figures.of(file), field("note", "", null), HttpStatus.OK);
    }

    @PostMapping("/closing")
    ModelAndView close(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String note, CurrentOfficer current, RedirectAttributes flash) {
        DayFile file = desk.find(current.officer(), id);
        DayFigures day = figures.of(file);
        String text = plain(note);
        if (text.length() > LONGEST) {
            return close(day, field("note", text, words.of("finance.too-long", LONGEST)), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            closings.close(file.agency(), day, text, current.actor());
        } catch (ClosingRefused refused) {
            throw switch (refused.reason()) {
                case CLOSED -> Refusal.changedMeanwhile();
                case ASKING, UNDECIDED -> new Refusal(HttpStatus.CONFLICT, "finance.day.close.not-yet");
            };
        }
        flash.addFlashAttribute("done", words.of("finance.day.close.done"));
        return new ModelAndView("redirect:/backoffice/finance/day-files/" + id);
    }

    /** The report as it was at the closing. */
    @GetMapping("/report.pdf")
    ResponseEntity<Resource> report(@PathVariable UUID id, CurrentOfficer current) {
        DayFile file = desk.find(current.officer(), id);
        DayClosing closing = closings.of(id).orElseThrow(Refusal::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("reconciliation-" + file.effectiveOn() + ".pdf")
                                .build()
                                .toString())
                .body(new InputStreamResource(files.open(closing.report())));
    }

    private DayFigures.Difference find(DayFile file, String key) {
        return figures.of(file).differences().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private Field field(String name, String value, @Nullable String wrong) {
        return Field.of(name, words.of("finance.day." + name)).withLimit(LONGEST).withValue(value).withError(wrong);
    }

    private static ModelAndView decide(DayFile file, DayFigures.Difference difference, Field field, HttpStatus status) {
        ModelAndView page = page("difference", file.id(), field, status);
        page.addObject("difference", difference);
        return page;
    }

    private static ModelAndView close(DayFigures day, Field field, HttpStatus status) {
        ModelAndView page = page("closing", day.file(), field, status);
        page.addObject("day", day);
        page.addObject("undecided", day.differences().stream().filter(one -> one.decision() == null).count());
        return page;
    }

    private static ModelAndView page(String view, UUID file, Field field, HttpStatus status) {
        ModelAndView page = new ModelAndView("backoffice/finance/day-files/" + view, status);
        page.addObject("id", file);
        page.addObject("field", field);
        page.addObject("problems", Problem.of(List.of(field)));
        page.addObject("back", "/backoffice/finance/day-files/" + file);
        return page;
    }

    private static String plain(String typed) {
        return typed.replace("\r\n", "\n").strip();
    }
}
