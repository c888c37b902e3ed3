package org.anuyat.portal.permit;

import java.util.Locale;
import org.anuyat.kit.error.Refusal;
import org.anuyat.portal.security.CurrentCitizen;
import org.anuyat.workflow.agency.Agencies;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.delivery.Downloads;
import org.anuyat.workflow.documents.barcode.QrCode;
import org.anuyat.workflow.issuance.Permit;
import org.anuyat.workflow.issuance.Permits;
import org.anuyat.workflow.registry.PublicRegister;
import org.anuyat.workflow.registry.RegisterEntry;
import org.anuyat.workflow.submission.Applications;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
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
import org.springframework.web.servlet.ModelAndView;

/** The permit for its holder: to be shown on the phone (Act B.E. 2565 sections 13 and 14) and to be kept. */
@Controller
class PermitController {

    private final Applications applications;
    private final Permits permits;
    private final PublicRegister register;
    private final Downloads downloads;
    private final Services services;
    private final Agencies agencies;
    private final MessageSource messages;
    private final String baseUrl;

    PermitController(
            Applications applications,
            Permits permits,
            PublicRegister register,
            Downloads downloads,
            Services services,
            Agencies agencies,
            MessageSource messages,
            @Value("${anuyat.base-url:http://localhost:8080}") String baseUrl) {
        this.applications = applications;
        this.permits = permits;
        this.register = register;
        this.downloads = downloads;
        this.services = services;
        this.agencies = agencies;
        this.messages = messages;
        this.baseUrl = baseUrl;
    }

    @GetMapping("/applications/{number}/permit")
    ModelAndView show(@PathVariable String number, CurrentCitizen citizen, Locale locale) {
        applications.ownedBy(number, citizen.person().subject());
        Permit permit = permits.ofApplication(number).orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "permit.not-issued"));
        RegisterEntry entry = register.numbered(permit.number()).orElseThrow();
        ServiceDefinition service = services.version(permit.serviceId(), permit.serviceVersion());
        String address = baseUrl + "/verify/" + permit.token();
        ModelAndView page = new ModelAndView("portal/permit/show");
        page.addObject("number", number);
        page.addObject("permit", entry);
        page.addObject("kind", service.permit().title().in(locale));
        page.addObject("agency", agencies.byCode(permit.agency()).name(locale));
        page.addObject("particulars", ParticularRow.of(service, entry.particulars(), locale));
        page.addObject("address", address);
        page.addObject("qr", QrCode.of(permit.signedToken() == null ? address : baseUrl + "/verify/" + permit.signedToken())
                .svg(messages.getMessage("permit.qr-title", new Object[] {permit.number()}, locale)));
        page.addObject("back", "/applications/" + number);
        return page;
    }

    @GetMapping("/applications/{number}/permit.pdf")
    ResponseEntity<Resource> download(@PathVariable String number, CurrentCitizen citizen) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("permit-" + number + ".pdf")
                                .build()
                                .toString())
                .body(new InputStreamResource(
                        downloads.permit(number, citizen.person().subject())));
    }
}
