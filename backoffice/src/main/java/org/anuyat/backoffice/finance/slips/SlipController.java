package org.anuyat.backoffice.finance.slips;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.Field;
import org.anuyat.kit.Option;
import org.anuyat.kit.Problem;
import org.anuyat.kit.error.Refusal;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.api.slips.Slip;
import org.anuyat.payments.api.slips.SlipDecision.Kind;
import org.anuyat.payments.api.slips.Slips;
import org.anuyat.workflow.files.StoredFile;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.payment.slip.SlipCase;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
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

/** One slip beside its bill and the bank's answer, and the decision about it: typed, read again, then decided. */
@Controller
@RequestMapping("/backoffice/slips/{id}")
class SlipController {

    private static final int LONGEST_REASON = 1_000;

    private final SlipDesk desk;
    private final SlipView view;
    private final Slips slips;
    private final SlipCase files;
    private final Words words;

    SlipController(SlipDesk desk, SlipView view, Slips slips, SlipCase files, Words words) {
        this.desk = desk;
        this.view = view;
        this.slips = slips;
        this.files = files;
        this.words = words;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id, CurrentOfficer current) {
        Officer officer = SlipDesk.reader(current);
        Slip slip = desk.find(id, officer);
        return page("one", slip, officer, fields(choices(slip, officer), "", "", false), "", "", HttpStatus.OK);
    }

    /** A page that the platform drew itself. */
    @GetMapping("/pages/{page}.png")
    ResponseEntity<Resource> preview(@PathVariable UUID id, @PathVariable int page, CurrentOfficer current) {
        byte[] png = files.preview(file(id, current), page).orElseThrow(Refusal::notFound);
        return headers(ResponseEntity.ok(), ContentDisposition.inline().filename("slip-" + page + ".png").build())
                .contentType(MediaType.IMAGE_PNG)
                .body(new ByteArrayResource(png));
    }

    /** The file as it was handed in, to be saved and not shown. */
    @GetMapping("/file")
    ResponseEntity<Resource> file(CurrentOfficer current, @PathVariable UUID id) {
        StoredFile file = file(id, current);
        return headers(
                        ResponseEntity.ok(),
                        ContentDisposition.attachment().filename(file.name(), StandardCharsets.UTF_8).build())
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .contentLength(file.size())
                .body(new InputStreamResource(files.open(file)));
    }

    private StoredFile file(UUID id, CurrentOfficer current) {
        Officer officer = SlipDesk.reader(current);
        return files.file(officer.agency(), desk.find(id, officer).id()).orElseThrow(Refusal::notFound);
    }

    private static ResponseEntity.BodyBuilder headers(ResponseEntity.BodyBuilder response, ContentDisposition disposition) {
        return response.header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
    }

    /** Has the bank asked now. */
    @PostMapping("/inquiry")
    String ask(@PathVariable UUID id, CurrentOfficer current, RedirectAttributes flash) {
        Slip slip = desk.find(id, current.as(Role.FINANCE));
        try {
            slips.ask(slip.id());
            flash.addFlashAttribute("done", words.of("finance.slips.asked"));
        } catch (PaymentsRefusal refusal) {
            if (refusal.reason() != PaymentsRefusal.Reason.BANK_UNAVAILABLE) {
                throw refusal;
            }
            throw bankAway();
        }
        return "redirect:/backoffice/slips/" + id;
    }

    static Refusal bankAway() {
        return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "finance.slips.bank-away");
    }

    @PostMapping("/check")
    ModelAndView check(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            CurrentOfficer current) {
        Officer officer = SlipDesk.reader(current);
        Slip slip = desk.find(id, officer);
        List<Field> fields = fields(demandChoices(slip, officer), decision, plain(reason), true);
        return fields.stream().anyMatch(Field::wrong)
                ? page("one", slip, officer, fields, decision, reason, HttpStatus.UNPROCESSABLE_CONTENT)
                : page("check", slip, officer, fields, decision, plain(reason), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView decide(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            CurrentOfficer current,
            RedirectAttributes flash) {
        Officer officer = SlipDesk.reader(current);
        Slip slip = desk.find(id, officer);
        List<Field> fields = fields(demandChoices(slip, officer), decision, plain(reason), true);
        if (fields.stream().anyMatch(Field::wrong)) {
            return page("one", slip, officer, fields, decision, reason, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            desk.decide(slip, Kind.valueOf(decision), plain(reason), current);
        } catch (PaymentsRefusal refusal) {
            throw switch (refusal.reason()) {
                case ALREADY_SETTLED, STATEMENT_USED -> Refusal.changedMeanwhile();
                case SAME_OFFICER -> new Refusal(HttpStatus.FORBIDDEN, "finance.slips.same-officer");
                case BANK_UNAVAILABLE -> bankAway();
                default -> refusal;
            };
        }
        flash.addFlashAttribute("done", words.of("finance.slips.done." + decision));
        return new ModelAndView("redirect:/backoffice/slips/" + id);
    }

    /** What this officer can decide about the slip now. */
    private static List<Kind> choices(Slip slip, Officer officer) {
        List<Kind> choices = new ArrayList<>();
        if (slip.state() == Slip.State.WAITING && officer.is(Role.FINANCE)) {
            choices.add(Kind.REFUSE);
        }
        boolean own = slip.statement() != null && slip.statement().entry().officer().equals(officer.subject());
        if (slip.state() == Slip.State.PROPOSED && SlipDesk.approves(officer) && !own) {
            choices.add(Kind.APPROVE);
            choices.add(Kind.DECLINE);
        }
        return choices;
    }

    private static List<Kind> demandChoices(Slip slip, Officer officer) {
        List<Kind> choices = choices(slip, officer);
        if (choices.isEmpty()) {
            throw Refusal.changedMeanwhile();
        }
        return choices;
    }

    private List<Field> fields(List<Kind> choices, String decision, String reason, boolean typed) {
        boolean known = choices.stream().anyMatch(choice -> choice.name().equals(decision));
        String wrongReason = null;
        if (typed && known && !decision.equals(Kind.APPROVE.name()) && reason.isBlank()) {
            wrongReason = words.of("finance.reason.missing");
        } else if (typed && reason.length() > LONGEST_REASON) {
            wrongReason = words.of("finance.too-long", LONGEST_REASON);
        }
        return List.of(
                Field.of("decision", words.of("finance.decision"))
                        .withOptions(choices.stream()
                                .map(choice -> new Option(
                                        choice.name(),
                                        words.of("finance.slips.decision." + choice),
                                        words.of("finance.slips.decision." + choice + ".hint")))
                                .toList())
                        .withValue(decision)
                        .withError(typed && !known ? words.of("finance.decision.missing") : null),
                Field.of("reason", words.of("finance.reason"))
                        .withHint(words.of(choices.contains(Kind.REFUSE) ? "finance.slips.reason.refuse" : "finance.slips.reason.decline"))
                        .withLimit(LONGEST_REASON)
                        .withValue(reason)
                        .withError(wrongReason));
    }

    private ModelAndView page(
            String template, Slip slip, Officer officer, List<Field> fields, String decision, String reason, HttpStatus status) {
        ModelAndView page = new ModelAndView("backoffice/finance/slips/" + template, status);
        view.add(page, slip);
        boolean finance = officer.is(Role.FINANCE);
        page.addObject("asks", finance && (slip.state() == Slip.State.WAITING || slip.state() == Slip.State.PROPOSED));
        page.addObject("enters", finance && slip.state() == Slip.State.WAITING);
        page.addObject("decides", !choices(slip, officer).isEmpty());
        page.addObject("fields", fields);
        page.addObject("decision", decision);
        page.addObject("reason", reason);
        page.addObject("problems", Problem.of(fields));
        page.addObject("back", template.equals("one") ? "/backoffice/slips" : "/backoffice/slips/" + slip.id());
        if (template.equals("one")) {
            files.file(officer.agency(), slip.id()).ifPresent(file -> {
                page.addObject("file", file);
                page.addObject("pictures", IntStream.rangeClosed(1, files.pages(file)).boxed().toList());
            });
        }
        return page;
    }

    private static String plain(String typed) {
        return typed.replace("\r\n", "\n").strip();
    }
}
