package org.anuyat.sandboxbank.pages;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.UUID;
import org.anuyat.sandboxbank.BankPart;
import org.anuyat.sandboxbank.BankSettings;
import org.anuyat.sandboxbank.api.Opening;
import org.anuyat.sandboxbank.confirmations.Confirmations;
import org.anuyat.sandboxbank.counter.BillCode;
import org.anuyat.sandboxbank.counter.CodePicture;
import org.anuyat.sandboxbank.counter.Counter;
import org.anuyat.sandboxbank.counter.UnreadableCode;
import org.anuyat.sandboxbank.ledger.Ledger;
import org.anuyat.sandboxbank.ledger.Manner;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reading a code, paying, and the slip. */
@BankPart
@Controller
@RequestMapping("/sandbox-bank")
class BankPages {

    private static final String START = "sandbox-bank/start";
    private static final String BILL = "sandbox-bank/bill";

    private final Counter counter;
    private final Ledger ledger;
    private final Confirmations confirmations;
    private final Opening opening;
    private final BankSettings settings;

    BankPages(Counter counter, Ledger ledger, Confirmations confirmations, Opening opening, BankSettings settings) {
        this.counter = counter;
        this.ledger = ledger;
        this.confirmations = confirmations;
        this.opening = opening;
        this.settings = settings;
    }

    @ModelAttribute("shown")
    Shown shown(Locale locale) {
        return new Shown(locale);
    }

    @ModelAttribute("open")
    boolean open() {
        return opening.isOpen();
    }

    /** The start page, or the bill when a code is given. */
    @GetMapping
    ModelAndView start(@RequestParam(name = "qr", defaultValue = "") String qr) {
        String text = qr.strip();
        return text.isEmpty() ? new ModelAndView(START) : bill(text, BillCode.read(text), UUID.randomUUID(), null);
    }

    private ModelAndView bill(String text, BillCode code, UUID ticket, @Nullable String error) {
        ModelAndView page = new ModelAndView(BILL, error == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("qr", text);
        page.addObject("code", code);
        page.addObject("biller", settings.billers().getOrDefault(code.billerId(), ""));
        page.addObject("ticket", ticket);
        page.addObject("manners", Manner.values());
        page.addObject("error", error);
        return page;
    }

    @PostMapping("/pictures")
    String picture(@RequestParam("picture") MultipartFile picture, RedirectAttributes redirect) throws IOException {
        redirect.addAttribute("qr", CodePicture.read(picture.getBytes()));
        return "redirect:/sandbox-bank";
    }

    @PostMapping("/payments")
    ModelAndView pay(
            @RequestParam("qr") String qr,
            @RequestParam("ticket") UUID ticket,
            @RequestParam("manner") Manner manner,
            @RequestParam(name = "baht", defaultValue = "") String baht) {
        BillCode code = BillCode.read(qr.strip());
        Long asked = code.amountSatang();
        boolean chosen = asked == null || manner == Manner.WRONG_AMOUNT;
        long amount = chosen ? satang(baht) : asked;
        if (amount <= 0) {
            return bill(qr, code, ticket, "sandbox-bank.error.amount");
        }
        if (manner == Manner.WRONG_AMOUNT && asked != null && asked == amount) {
            return bill(qr, code, ticket, "sandbox-bank.error.same-amount");
        }
        counter.pay(ticket, code, manner, amount);
        return new ModelAndView("redirect:/sandbox-bank/slips/" + ticket);
    }

    /** Zero when it isn't an amount. */
    private static long satang(String baht) {
        String plain = baht.strip().replace(",", "");
        return plain.matches("[0-9]{1,10}(\\.[0-9]{1,2})?") ? new BigDecimal(plain).movePointRight(2).longValueExact() : 0;
    }

    @GetMapping("/slips/{ticket}")
    String slip(@PathVariable("ticket") UUID ticket, Model model) {
        Manner manner = ledger.manner(ticket).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("manner", manner);
        model.addAttribute("ticket", ticket);
        model.addAttribute("entries", ledger.ofTicket(ticket));
        model.addAttribute("confirmations", confirmations.ofTicket(ticket));
        model.addAttribute("tries", settings.callbackTries());
        return "sandbox-bank/slip";
    }

    /** The slip as a picture, to keep. */
    @GetMapping("/slips/{ticket}/{transaction}.png")
    ResponseEntity<byte[]> picture(@PathVariable("ticket") UUID ticket, @PathVariable("transaction") String transaction) {
        return ledger.ofTicket(ticket).stream()
                .filter(entry -> entry.transactionId().equals(transaction))
                .findFirst()
                .map(entry -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_PNG)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"slip-" + entry.transactionId() + ".png\"")
                        .body(SlipPicture.png(entry)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Closes the bank for billers, or opens it again. */
    @PostMapping("/opening")
    String opening(@RequestParam("open") boolean toOpen) {
        opening.set(toOpen);
        return "redirect:/sandbox-bank";
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
    ModelAndView unreadable(UnreadableCode unreadable, Locale locale) {
        return startWith("sandbox-bank.code." + unreadable.reason().name(), locale);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    @ResponseStatus(HttpStatus.CONTENT_TOO_LARGE)
    ModelAndView tooLarge(Locale locale) {
        return startWith("sandbox-bank.code.PICTURE_TOO_LARGE", locale);
    }

    private ModelAndView startWith(String error, Locale locale) {
        ModelAndView page = new ModelAndView(START);
        page.addObject("shown", shown(locale));
        page.addObject("open", open());
        page.addObject("error", error);
        return page;
    }
}
