package org.anuyat.backoffice.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.backoffice.staff.StaffPages.EndForm;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.DateAnswer;
import org.anuyat.kit.Field;
import org.anuyat.kit.Option;
import org.anuyat.kit.error.Refusal;
import org.anuyat.kit.part.Pages;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.identity.staff.Staff;
import org.anuyat.workflow.identity.staff.StaffMember;
import org.anuyat.workflow.identity.staff.StaffPage;
import org.anuyat.workflow.identity.staff.StaffQuery;
import org.anuyat.workflow.identity.staff.StaffRefused;
import org.anuyat.workflow.thai.BuddhistDate;
import org.anuyat.workflow.thai.MalformedValueException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The officers of an agency: listed, entered, changed; access ended and given again. Administrators only. */
@Controller
@RequestMapping("/backoffice/officers")
class StaffController {

    private static final int PER_PAGE = 25;

    private final Staff staff;
    private final StaffPages pages;
    private final Words words;
    private final Clock clock;

    StaffController(Staff staff, StaffPages pages, Words words, Clock clock) {
        this.staff = staff;
        this.pages = pages;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "current") String show,
            @RequestParam(defaultValue = "1") String page,
            CurrentOfficer current,
            Model model) {
        current.as(Role.ADMINISTRATOR);
        @Nullable Role wanted = StaffForm.offered()
                .filter(one -> one.name().equals(role))
                .findFirst()
                .orElse(null);
        boolean withEnded = show.equals("all");
        int at = Pages.asked(page);
        StaffPage found =
                staff.page(new StaffQuery(q.strip(), wanted, withEnded, at - 1, PER_PAGE), current.officer());
        model.addAttribute("members", found.members());
        model.addAttribute("total", found.total());
        model.addAttribute("today", today());
        model.addAttribute("filters", filters(q, role, withEnded));
        String url = UriComponentsBuilder.fromPath("/backoffice/officers")
                .queryParam("q", "{q}")
                .queryParam("role", "{role}")
                .queryParam("show", withEnded ? "all" : "current")
                .encode()
                .buildAndExpand(q.strip(), role)
                .toUriString();
        model.addAttribute("pages", Pages.of(at, found.total(), PER_PAGE, url + "&page={page}"));
        return "backoffice/staff/list";
    }

    @GetMapping("/new")
    ModelAndView adding(CurrentOfficer current) {
        current.as(Role.ADMINISTRATOR);
        return pages.adding(StaffForm.EMPTY, Map.of());
    }

    @PostMapping
    ModelAndView add(StaffForm form, CurrentOfficer current, RedirectAttributes flash) {
        current.as(Role.ADMINISTRATOR);
        Map<String, String> wrong = new HashMap<>(form.wrong());
        if (wrong.isEmpty()) {
            try {
                staff.add(form.particulars(), current.officer());
                return done("staff.added", form.particulars().displayName(), flash);
            } catch (StaffRefused refused) {
                wrong.put(field(refused), "staff." + refused.reason());
            }
        }
        return pages.adding(form, wrong);
    }

    @GetMapping("/{subject}")
    ModelAndView show(@PathVariable String subject, CurrentOfficer current) {
        StaffMember member = member(subject, current);
        return page(member, current, StaffForm.of(member.particulars()), EndForm.EMPTY, Map.of());
    }

    @PostMapping("/{subject}")
    ModelAndView change(
            @PathVariable String subject,
            @RequestParam int version,
            StaffForm form,
            CurrentOfficer current,
            RedirectAttributes flash) {
        StaffMember member = member(subject, current);
        Map<String, String> wrong = new HashMap<>(form.wrong());
        if (wrong.isEmpty()) {
            try {
                staff.change(subject, version, form.particulars(), current.officer());
                return done("staff.changed", form.particulars().displayName(), flash);
            } catch (StaffRefused refused) {
                wrong.put(field(refused), "staff." + refused.reason());
            }
        }
        return page(member, current, form, EndForm.EMPTY, wrong);
    }

    @PostMapping("/{subject}/end")
    ModelAndView end(
            @PathVariable String subject,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String when,
            @RequestParam(name = "day.day", required = false) @Nullable String day,
            @RequestParam(name = "day.month", required = false) @Nullable String month,
            @RequestParam(name = "day.year", required = false) @Nullable String year,
            @RequestParam(defaultValue = "") String reason,
            CurrentOfficer current,
            RedirectAttributes flash) {
        StaffMember member = member(subject, current);
        EndForm end = new EndForm(when, DateAnswer.of(day, month, year), reason.strip());
        Map<String, String> wrong = new HashMap<>();
        LocalDate lastDay = lastDay(end, wrong);
        if (end.reason().isEmpty()) {
            wrong.put("reason", "staff.missing.reason");
        }
        if (lastDay != null && wrong.isEmpty()) {
            try {
                staff.endAccess(subject, version, lastDay, end.reason(), current.officer());
                return done("staff.ended", member.particulars().displayName(), flash);
            } catch (StaffRefused refused) {
                boolean past = refused.reason() == StaffRefused.Reason.END_IN_THE_PAST;
                wrong.put(past ? "day" : "", "staff." + refused.reason());
            }
        }
        return page(member, current, StaffForm.of(member.particulars()), end, wrong);
    }

    @PostMapping("/{subject}/restore")
    ModelAndView restore(
            @PathVariable String subject, @RequestParam int version, CurrentOfficer current, RedirectAttributes flash) {
        StaffMember member = member(subject, current);
        try {
            staff.restoreAccess(subject, version, current.officer());
            return done("staff.restored", member.particulars().displayName(), flash);
        } catch (StaffRefused refused) {
            Map<String, String> wrong = Map.of("", "staff." + refused.reason());
            return page(member, current, StaffForm.of(member.particulars()), EndForm.EMPTY, wrong);
        }
    }

    private @Nullable LocalDate lastDay(EndForm end, Map<String, String> wrong) {
        if (end.when().equals("now")) {
            return today().minusDays(1);
        }
        if (!end.when().equals("day")) {
            wrong.put("when", "staff.missing.when");
            return null;
        }
        try {
            return end.day().date();
        } catch (MalformedValueException malformed) {
            wrong.put("day", "kit.malformed." + malformed.code());
            return null;
        }
    }

    private ModelAndView page(
            StaffMember member, CurrentOfficer current, StaffForm form, EndForm end, Map<String, String> wrong) {
        boolean own = member.subject().equals(current.officer().subject());
        ModelAndView page = pages.showing(member, own, form, end, wrong);
        page.addObject("access", member.hasAccess(today()));
        return page;
    }

    private StaffMember member(String subject, CurrentOfficer current) {
        return staff.find(subject, current.as(Role.ADMINISTRATOR)).orElseThrow(Refusal::notFound);
    }

    /** The field at which a refusal is shown; empty for the whole page. */
    private static String field(StaffRefused refused) {
        return switch (refused.reason()) {
            case USERNAME_TAKEN -> "username";
            case ROLES_TOGETHER, LAST_ADMINISTRATOR -> "roles";
            case END_IN_THE_PAST -> "day";
            case NOT_ADMINISTRATOR, OWN_ACCOUNT, CHANGED_MEANWHILE -> "";
        };
    }

    private List<Field> filters(String text, String role, boolean withEnded) {
        List<Option> roles = new ArrayList<>();
        roles.add(Option.of("", words.of("staff.role.any")));
        StaffForm.offered().forEach(one -> roles.add(Option.of(one.name(), words.of("staff.role." + one))));
        return List.of(
                Field.of("q", words.of("staff.search")).withValue(text),
                Field.of("role", words.of("staff.role")).withOptions(roles).withValue(role),
                Field.of("show", words.of("staff.show"))
                        .withOptions(List.of(
                                Option.of("current", words.of("staff.show.current")),
                                Option.of("all", words.of("staff.show.all"))))
                        .withValue(withEnded ? "all" : "current"));
    }

    private ModelAndView done(String message, String name, RedirectAttributes flash) {
        flash.addFlashAttribute("done", words.of(message, name));
        return new ModelAndView("redirect:/backoffice/officers");
    }

    private LocalDate today() {
        return BuddhistDate.dateOf(clock.instant());
    }
}
