package org.anuyat.backoffice.cases;

import java.util.Locale;
import org.anuyat.backoffice.audit.ActWords;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.workflow.agency.Agencies;
import org.anuyat.workflow.approval.Decisions;
import org.anuyat.workflow.approval.RefusalNotices;
import org.anuyat.workflow.copies.CertifiedCopies;
import org.anuyat.workflow.review.cases.ReviewCase;
import org.anuyat.workflow.review.checking.Checks;
import org.anuyat.workflow.review.checking.Returns;
import org.anuyat.workflow.review.inspection.Inspections;
import org.anuyat.workflow.review.opinion.Opinions;
import org.anuyat.workflow.review.receiving.Destination;
import org.anuyat.workflow.review.receiving.Registration;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.Applications;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Everything about a case on one page. */
@Controller
class CaseController {

    private final CaseFolders folders;
    private final Checks checks;
    private final Returns returns;
    private final Inspections inspections;
    private final Opinions opinions;
    private final Decisions decisions;
    private final RefusalNotices notices;
    private final CertifiedCopies copies;
    private final Registration registration;
    private final Agencies agencies;
    private final Applications applications;
    private final ActWords acts;

    CaseController(
            CaseFolders folders,
            Checks checks,
            Returns returns,
            Inspections inspections,
            Opinions opinions,
            Decisions decisions,
            RefusalNotices notices,
            CertifiedCopies copies,
            Registration registration,
            Agencies agencies,
            Applications applications,
            ActWords acts) {
        this.folders = folders;
        this.checks = checks;
        this.returns = returns;
        this.inspections = inspections;
        this.opinions = opinions;
        this.decisions = decisions;
        this.notices = notices;
        this.copies = copies;
        this.registration = registration;
        this.agencies = agencies;
        this.applications = applications;
        this.acts = acts;
    }

    /**
     * Where a case came from that another agency sent on.
     *
     * @param agency its name
     * @param number that the case had there
     */
    public record From(String agency, String number) {}

    @GetMapping("/backoffice/cases/{number}")
    String show(@PathVariable String number, CurrentOfficer current, Locale locale, Model model) {
        CaseFolder folder = folders.open(number, current.officer());
        Application application = folder.application();
        model.addAttribute("folder", folder);
        model.addAttribute("sections", folders.answers(application));
        model.addAttribute("documents", folders.documents(application));
        model.addAttribute("certifies", CertifiedCopies.mayCertify(current.officer()));
        model.addAttribute("copies", copies.of(number));
        model.addAttribute("changes", folders.changes(application));
        ReviewCase registered = folder.registered();
        model.addAttribute("sheet", registered == null ? null : checks.sheet(application, registered.round()));
        model.addAttribute("requests", checks.requests(number));
        model.addAttribute("returned", returns.find(number).orElse(null));
        model.addAttribute("inspections", inspections.of(number));
        model.addAttribute("photosOf", inspections.photosOf(number));
        model.addAttribute("opinions", opinions.of(number));
        model.addAttribute("decisions", decisions.of(number));
        model.addAttribute("notice", notices.find(number).orElse(null));
        model.addAttribute("history", acts.history(application));
        registration.forwarding(number).ifPresent(sent -> {
            model.addAttribute("forwarding", sent);
            model.addAttribute("forwardedTo", name(sent.to(), locale));
        });
        applications.forwardedFrom(number).map(applications::get).ifPresent(old -> model.addAttribute(
                "from", new From(agencies.byCode(old.agency()).name(locale), old.number())));
        return "backoffice/cases/case";
    }

    private String name(Destination to, Locale locale) {
        return to.code() == null ? String.valueOf(to.name()) : agencies.byCode(to.code()).name(locale);
    }
}
