package org.anuyat.backoffice.finance.receipts;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.Field;
import org.anuyat.kit.Problem;
import org.anuyat.kit.error.Refusal;
import org.anuyat.workflow.files.Files;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.papers.Papers;
import org.anuyat.workflow.payment.Receipts;
import org.anuyat.workflow.payment.receipt.Receipt;
import org.anuyat.workflow.payment.receipt.ReceiptRefused;
import org.anuyat.workflow.review.cases.CaseAccess;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.UnknownApplication;
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
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The receipts of a case: cancelling the valid one, or issuing another in place of a cancelled one. Typed, read again, then done. */
@Controller
@RequestMapping("/backoffice/finance/receipts/{number}")
class ReceiptController {

    private final Receipts receipts;
    private final CaseAccess access;
    private final Files files;
    private final Papers papers;
    private final Words words;

    ReceiptController(Receipts receipts, CaseAccess access, Files files, Papers papers, Words words) {
        this.receipts = receipts;
        this.access = access;
        this.files = files;
        this.papers = papers;
        this.words = words;
    }

    @ModelAttribute("form")
    ReceiptForm form(
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String payer,
            @RequestParam(defaultValue = "") String address) {
        return new ReceiptForm(act, reason, purpose, payer, address);
    }

    @GetMapping
    ModelAndView show(@PathVariable String number, CurrentOfficer current) {
        Application application = application(number, current);
        String payer = last(number).map(Receipt::payer).orElse(null);
        ReceiptForm empty =
                new ReceiptForm("", "", "", Objects.requireNonNullElse(payer, application.applicantName()), "");
        return page("list", number, empty, false, HttpStatus.OK);
    }

    @PostMapping("/check")
    ModelAndView check(@PathVariable String number, @ModelAttribute("form") ReceiptForm form, CurrentOfficer current) {
        application(number, current);
        return wrong(number, form)
                ? page("list", number, form, true, HttpStatus.UNPROCESSABLE_CONTENT)
                : page("check", number, form, false, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView act(
            @PathVariable String number,
            @RequestParam("receipt") String receipt,
            @ModelAttribute("form") ReceiptForm form,
            CurrentOfficer current,
            RedirectAttributes flash) {
        String agency = application(number, current).agency();
        Receipt last = last(number).filter(one -> one.number().equals(receipt)).orElseThrow(Refusal::changedMeanwhile);
        if (wrong(number, form)) {
            return page("list", number, form, true, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            if (!form.replaces()) {
                receipts.cancel(agency, receipt, form.reason(), current.actor());
            } else if (last.isValid()) {
                receipts.exchange(agency, receipt, form.reason(), form.replacement(), current.actor());
            } else {
                receipts.replace(agency, receipt, form.replacement(), current.actor());
            }
        } catch (ReceiptRefused refused) {
            throw refused.reason() == ReceiptRefused.Reason.REFUNDED
                    ? new Refusal(HttpStatus.CONFLICT, "finance.receipts.refunded")
                    : Refusal.changedMeanwhile();
        }
        flash.addFlashAttribute("done", words.of("finance.receipts.done." + (form.replaces() ? "REPLACE" : "CANCEL")));
        return new ModelAndView("redirect:/backoffice/finance/receipts/" + number);
    }

    /** A receipt's document, as it was given or as it is marked now; sealed as soon as it is. */
    @GetMapping("/files/{file}")
    ResponseEntity<Resource> file(@PathVariable String number, @PathVariable UUID file, CurrentOfficer current) {
        application(number, current);
        boolean ours = receipts.ofApplication(number).stream()
                .flatMap(receipt -> Stream.of(Optional.ofNullable(receipt.file()), Optional.ofNullable(receipt.cancelledFile())))
                .anyMatch(one -> one.filter(file::equals).isPresent());
        if (!ours) {
            throw Refusal.notFound();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(files.find(file).orElseThrow(Refusal::notFound).name())
                                .build()
                                .toString())
                .body(new InputStreamResource(files.open(papers.latest(file))));
    }

    private Application application(String number, CurrentOfficer current) {
        Officer officer = current.as(Role.FINANCE);
        try {
            return access.read(number, officer);
        } catch (UnknownApplication unknown) {
            throw Refusal.notFound();
        }
    }

    /** The newest: what came before it is settled. */
    private Optional<Receipt> last(String number) {
        List<Receipt> all = receipts.ofApplication(number);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private boolean wrong(String number, ReceiptForm form) {
        return last(number)
                .map(receipt -> form.fields(receipt, words, true).stream().anyMatch(Field::wrong))
                .orElseThrow(Refusal::notFound);
    }

    private ModelAndView page(String view, String number, ReceiptForm form, boolean sent, HttpStatus status) {
        @Nullable Receipt receipt = last(number).orElse(null);
        List<Field> fields = receipt == null ? List.of() : form.fields(receipt, words, sent);
        ModelAndView page = new ModelAndView("backoffice/finance/receipts/" + view, status);
        page.addObject("number", number);
        page.addObject("receipts", receipts.ofApplication(number));
        page.addObject("receipt", receipt);
        page.addObject("form", form);
        page.addObject("fields", fields);
        page.addObject("problems", Problem.of(fields));
        page.addObject("back", "/backoffice/finance?number=" + number);
        return page;
    }
}
