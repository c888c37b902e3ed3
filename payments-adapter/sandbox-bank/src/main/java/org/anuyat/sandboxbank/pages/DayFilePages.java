package org.anuyat.sandboxbank.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.anuyat.sandboxbank.BankPart;
import org.anuyat.sandboxbank.BankSettings;
import org.anuyat.sandboxbank.dayfile.DayFiles;
import org.anuyat.sandboxbank.ledger.Ledger;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The end-of-day file of a biller: to be delivered, or downloaded for a biller that takes it by hand. */
@BankPart
@Controller
@RequestMapping("/sandbox-bank/day-files")
class DayFilePages {

    private final DayFiles files;
    private final BankSettings settings;
    private final Clock clock;

    DayFilePages(DayFiles files, BankSettings settings, Clock clock) {
        this.files = files;
        this.settings = settings;
        this.clock = clock;
    }

    @ModelAttribute("shown")
    Shown shown(Locale locale) {
        return new Shown(locale);
    }

    @ModelAttribute("billers")
    Map<String, String> billers() {
        return settings.billers();
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("today", LocalDate.now(clock.withZone(Ledger.BANGKOK)));
        return "sandbox-bank/day-files";
    }

    @PostMapping
    String deliver(
            @RequestParam("biller") String biller,
            @RequestParam("day") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            RedirectAttributes redirect) {
        redirect.addFlashAttribute("delivery", files.deliver(biller, day).name());
        return "redirect:/sandbox-bank/day-files";
    }

    @GetMapping("/file")
    ResponseEntity<byte[]> download(
            @RequestParam("biller") String biller,
            @RequestParam("day") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
        ContentDisposition name = ContentDisposition.attachment()
                .filename("billpay-" + day + ".txt")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(files.file(biller, day));
    }
}
