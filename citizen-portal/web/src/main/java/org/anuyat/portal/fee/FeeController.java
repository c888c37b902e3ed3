package org.anuyat.portal.fee;

import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anuyat.portal.security.CurrentCitizen;
import org.anuyat.workflow.agency.Agencies;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.documents.barcode.QrCode;
import org.anuyat.workflow.payment.FeeBill;
import org.anuyat.workflow.payment.Payments;
import org.anuyat.workflow.payment.Receipts;
import org.anuyat.workflow.payment.slip.PaymentSlips;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.Applications;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The bill for the fee of an application, for its applicant. */
@Controller
class FeeController {

    private static final int PICTURE_PIXELS = 1000;

    private final Applications applications;
    private final Payments payments;
    private final Receipts receipts;
    private final PaymentSlips slips;
    private final Services services;
    private final Agencies agencies;
    private final MessageSource messages;
    private final Clock clock;
    private final boolean demonstration;

    FeeController(
            Applications applications,
            Payments payments,
            Receipts receipts,
            PaymentSlips slips,
            Services services,
            Agencies agencies,
            MessageSource messages,
            Clock clock,
            @Value("${anuyat.mode:production}") String mode) {
        this.applications = applications;
        this.payments = payments;
        this.receipts = receipts;
        this.slips = slips;
        this.services = services;
        this.agencies = agencies;
        this.messages = messages;
        this.clock = clock;
        this.demonstration = mode.equals("demonstration");
    }

    /** Asked again and again by the page of an open bill: nothing to say while all is as the page shows it, then "load the page anew". */
    @GetMapping("/applications/{number}/fee/status")
    ResponseEntity<Void> status(
            @PathVariable String number,
            @RequestParam(defaultValue = "false") boolean reported,
            @RequestParam(defaultValue = "0") long received,
            CurrentCitizen citizen) {
        applications.ownedBy(number, citizen.person().subject());
        return payments.of(number)
                        .filter(FeeController::isOpen)
                        .filter(open -> payments.isReported(open) == reported)
                        .filter(open -> payments.undecided(open).orElse(received) == received)
                        .isPresent()
                ? ResponseEntity.noContent().build()
                : ResponseEntity.ok().header("HX-Refresh", "true").build();
    }

    @GetMapping("/applications/{number}/fee")
    ModelAndView bill(@PathVariable String number, CurrentCitizen citizen, Locale locale) {
        Application application =
                applications.ownedBy(number, citizen.person().subject());
        Optional<FeeBill> bill = payments.of(number);
        ModelAndView page = new ModelAndView("portal/fee/bill");
        page.addObject("number", number);
        page.addObject(
                "service",
                services.version(application.serviceId(), application.serviceVersion())
                        .title()
                        .in(locale));
        page.addObject("agency", agencies.byCode(application.agency()));
        page.addObject("back", "/applications/" + number);
        page.addObject("bill", bill.orElse(null));
        page.addObject("htmx", bill.filter(FeeController::isOpen).isPresent());
        page.addObject("demonstration", demonstration);
        page.addObject("slips", bill.isPresent() ? slips.of(number, citizen.person().subject()) : List.of());
        bill.filter(FeeController::isOpen).ifPresent(open -> {
            page.addObject("qr", QrCode.of(open.qrPayload())
                    .svg(messages.getMessage("fee.qr-title", new Object[] {open.reference1()}, locale)));
            page.addObject("overdue", open.due().isBefore(clock.instant()));
            page.addObject("reported", payments.isReported(open));
            page.addObject("received", payments.undecided(open).orElse(0));
        });
        return page;
    }

    private static boolean isOpen(FeeBill bill) {
        return bill.state() == FeeBill.State.OPEN;
    }

    /** The QR code as a picture to keep, for paying with the phone that shows it: banking apps read PNG from the gallery, not SVG. */
    @GetMapping("/applications/{number}/fee/qr.png")
    ResponseEntity<Resource> picture(@PathVariable String number, CurrentCitizen citizen) {
        applications.ownedBy(number, citizen.person().subject());
        return payments.of(number)
                .filter(FeeController::isOpen)
                .map(open -> QrCode.of(open.qrPayload()).png(PICTURE_PIXELS))
                .map(png -> file(new ByteArrayResource(png), "qr-" + number + ".png", MediaType.IMAGE_PNG))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/applications/{number}/fee/slip.pdf")
    ResponseEntity<Resource> slip(@PathVariable String number, CurrentCitizen citizen) {
        byte[] pdf = receipts.payInSlip(number, citizen.person().subject());
        return file(new ByteArrayResource(pdf), "pay-in-slip-" + number + ".pdf", MediaType.APPLICATION_PDF);
    }

    @GetMapping("/applications/{number}/fee/receipt.pdf")
    ResponseEntity<Resource> receipt(@PathVariable String number, CurrentCitizen citizen) {
        InputStream pdf = receipts.pdf(number, citizen.person().subject());
        return file(new InputStreamResource(pdf), "receipt-" + number + ".pdf", MediaType.APPLICATION_PDF);
    }

    private static ResponseEntity<Resource> file(Resource content, String name, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
