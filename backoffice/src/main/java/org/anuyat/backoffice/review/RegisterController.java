package org.anuyat.backoffice.review;

import org.anuyat.backoffice.cases.CaseFolders;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.workflow.review.receiving.Registration;
import org.anuyat.workflow.worklist.TaskKind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Registering an application. */
@Controller
@RequestMapping("/backoffice/cases/{number}")
class RegisterController {

    private final CaseFolders folders;
    private final Registration registration;
    private final Words words;

    RegisterController(CaseFolders folders, Registration registration, Words words) {
        this.folders = folders;
        this.registration = registration;
        this.words = words;
    }

    @GetMapping("/register")
    String registering(@PathVariable String number, CurrentOfficer current, Model model) {
        var folder = folders.openFor(number, TaskKind.REGISTER, 0, current.officer());
        model.addAttribute("folder", folder);
        model.addAttribute("documents", folders.documents(folder.application()));
        return "backoffice/review/register";
    }

    @PostMapping("/register")
    String register(@PathVariable String number, CurrentOfficer current, RedirectAttributes flash) {
        var registered = registration.register(number, current.officer());
        flash.addFlashAttribute("done", words.of("office.register.done", registered.receiveNumber().toString()));
        return "redirect:/backoffice/cases/" + number;
    }
}
