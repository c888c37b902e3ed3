package org.anuyat.backoffice.cases;

import java.util.UUID;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.error.Refusal;
import org.anuyat.workflow.copies.CertifiedCopies;
import org.anuyat.workflow.documents.DocumentException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Certified copies of a case's documents: asked whether it is right, then certified in the officer's name. */
@Controller
@RequestMapping("/backoffice/cases/{number}/documents/{attachment}/certified-copy")
class CopyController {

    private final CaseFolders folders;
    private final CertifiedCopies copies;
    private final Words words;

    CopyController(CaseFolders folders, CertifiedCopies copies, Words words) {
        this.folders = folders;
        this.copies = copies;
        this.words = words;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String number, @PathVariable UUID attachment, CurrentOfficer current) {
        return page(number, attachment, UUID.randomUUID(), false, current);
    }

    @PostMapping
    ModelAndView certify(
            @PathVariable String number,
            @PathVariable UUID attachment,
            @RequestParam UUID id,
            CurrentOfficer current,
            RedirectAttributes flash) {
        ModelAndView asked = page(number, attachment, id, false, current);
        try {
            String name = copies.certify(id, number, attachment, current.officer()).name();
            flash.addFlashAttribute("done", words.of("office.copy.done", name));
            return new ModelAndView("redirect:/backoffice/cases/" + number + "#copies");
        } catch (DocumentException e) {
            asked.addObject("tooLarge", true);
            asked.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return asked;
        }
    }

    private ModelAndView page(String number, UUID attachment, UUID id, boolean tooLarge, CurrentOfficer current) {
        CaseFolder folder = folders.open(number, current.officer());
        if (!CertifiedCopies.mayCertify(current.officer())) {
            throw Refusal.forbidden();
        }
        String url = "/backoffice/cases/" + number + "/documents/" + attachment;
        CaseFolder.Document document = folders.documents(folder.application()).stream()
                .filter(one -> one.url().equals(url))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        ModelAndView page = new ModelAndView("backoffice/cases/copy");
        page.addObject("folder", folder);
        page.addObject("document", document);
        page.addObject("officer", current.officer());
        page.addObject("id", id);
        page.addObject("tooLarge", tooLarge);
        return page;
    }
}
