package org.anuyat.backoffice.calendar;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.kit.Field;
import org.anuyat.kit.Option;
import org.anuyat.kit.Problem;
import org.anuyat.kit.error.Refusal;
import org.anuyat.workflow.calendar.Holiday;
import org.anuyat.workflow.calendar.Holidays;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.thai.BuddhistDate;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The holidays of a year: every officer reads them, designers add and remove. */
@Controller
@RequestMapping("/backoffice/holidays")
class HolidayController {

    private static final int FIRST_YEAR = 2560;
    private static final int LAST_YEAR = 2700;

    private final Holidays holidays;
    private final MessageSource messages;
    private final Clock clock;

    HolidayController(Holidays holidays, MessageSource messages, Clock clock) {
        this.holidays = holidays;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int year, CurrentOfficer officer, Model model, Locale locale) {
        return page(year, HolidayForm.empty(), Map.of(), officer, model, locale);
    }

    @PostMapping
    String add(
            @RequestParam Map<String, String> typed,
            CurrentOfficer officer,
            Model model,
            Locale locale,
            RedirectAttributes after) {
        officer.as(Role.DESIGNER);
        HolidayForm form = HolidayForm.of(typed);
        Map<String, String> errors = form.errors(messages, locale);
        if (!errors.isEmpty()) {
            return page(0, form, errors, officer, model, locale);
        }
        Holiday holiday = form.holiday(officer.officer().agency());
        holidays.put(holiday, officer.officer().agency(), officer.actor());
        return done("office-calendar.added", holiday.day(), after);
    }

    @PostMapping("/remove")
    String remove(
            @RequestParam String day,
            @RequestParam(defaultValue = "") String agency,
            CurrentOfficer officer,
            RedirectAttributes after) {
        officer.as(Role.DESIGNER);
        if (!agency.isEmpty() && !agency.equals(officer.officer().agency())) {
            throw Refusal.forbidden();
        }
        try {
            LocalDate date = LocalDate.parse(day);
            holidays.remove(
                    date, agency.isEmpty() ? null : agency, officer.officer().agency(), officer.actor());
            return done("office-calendar.removed", date, after);
        } catch (DateTimeException e) {
            throw Refusal.notFound();
        }
    }

    private String page(
            int wanted, HolidayForm form, Map<String, String> errors, CurrentOfficer officer, Model model, Locale locale) {
        int current = BuddhistDate.yearOf(BuddhistDate.dateOf(clock.instant()));
        int year = wanted >= FIRST_YEAR && wanted <= LAST_YEAR ? wanted : current;
        List<Field> fields = fields(form, errors, locale);
        model.addAttribute("year", year);
        model.addAttribute("holidays", holidays.of(Year.of(year - BuddhistDate.ERA)));
        model.addAttribute("mayEdit", officer.officer().is(Role.DESIGNER));
        model.addAttribute("ownAgency", officer.officer().agency());
        model.addAttribute("locale", locale);
        fields.forEach(field -> model.addAttribute(field.name() + "Field", field));
        model.addAttribute("problems", Problem.of(fields));
        return "backoffice/calendar/holidays";
    }

    private List<Field> fields(HolidayForm form, Map<String, String> errors, Locale locale) {
        List<Option> kinds = Arrays.stream(Holiday.Kind.values())
                .map(kind -> Option.of(kind.name(), words("kind." + kind, locale)))
                .toList();
        List<Option> scopes = List.of(
                Option.of("all", words("scope.all", locale)), Option.of("own", words("scope.own", locale)));
        return List.of(
                field("date", errors, locale).withValue(form.date()),
                field("scope", errors, locale).withValue(form.scope()).withOptions(scopes),
                field("kind", errors, locale).withValue(form.kind()).withOptions(kinds),
                field("nameTh", errors, locale).withValue(form.nameTh()),
                field("nameEn", errors, locale).withValue(form.nameEn()),
                field("source", errors, locale)
                        .withValue(form.source())
                        .withHint(words("source.hint", locale)));
    }

    private Field field(String name, Map<String, String> errors, Locale locale) {
        return Field.of(name, words(name, locale)).withError(errors.get(name));
    }

    private String words(String key, Locale locale) {
        return messages.getMessage("office-calendar." + key, null, locale);
    }

    private static String done(String message, LocalDate day, RedirectAttributes after) {
        after.addFlashAttribute("done", message);
        after.addAttribute("year", BuddhistDate.yearOf(day));
        return "redirect:/backoffice/holidays";
    }
}
