package org.anuyat.backoffice.review.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.anuyat.backoffice.cases.CaseFolder;
import org.anuyat.backoffice.cases.CaseFolders;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.DateAnswer;
import org.anuyat.workflow.files.FileRefused;
import org.anuyat.workflow.files.FileType;
import org.anuyat.workflow.files.Files;
import org.anuyat.workflow.files.Policy;
import org.anuyat.workflow.files.StoredFile;
import org.anuyat.workflow.identity.Accounts;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.review.inspection.Inspections;
import org.anuyat.workflow.review.inspection.TooEarly;
import org.anuyat.workflow.review.inspection.UnlawfulAppointment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The inspection: the appointment, photographs one by one as from a phone, the result. */
@Controller
@RequestMapping("/backoffice/cases/{number}/inspection")
class InspectionController {

    private static final long LARGEST_PHOTO = 20L << 20;

    private final CaseFolders folders;
    private final Inspections inspections;
    private final InspectionPages pages;
    private final Accounts accounts;
    private final Files files;
    private final Words words;

    InspectionController(
            CaseFolders folders,
            Inspections inspections,
            InspectionPages pages,
            Accounts accounts,
            Files files,
            Words words) {
        this.folders = folders;
        this.inspections = inspections;
        this.pages = pages;
        this.accounts = accounts;
        this.files = files;
        this.words = words;
    }

    @GetMapping
    Object show(@PathVariable String number, CurrentOfficer current) {
        return pages.page(number, current.officer());
    }

    @PostMapping("/appointment")
    Object appoint(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam(name = "date.day", required = false) @Nullable String day,
            @RequestParam(name = "date.month", required = false) @Nullable String month,
            @RequestParam(name = "date.year", required = false) @Nullable String year,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(defaultValue = "") String inspector,
            @RequestParam(defaultValue = "") String note,
            CurrentOfficer current,
            RedirectAttributes flash) {
        AppointmentForm form = new AppointmentForm(DateAnswer.of(day, month, year), time, inspector, note);
        Instant at = form.at();
        if (at == null) {
            return pages.appointmentAgain(number, current.officer(), form, "office.inspection.date.wrong", null);
        }
        Officer comes = accounts.officer(inspector).orElse(null);
        if (comes == null) {
            return pages.appointmentAgain(number, current.officer(), form, null, "office.inspection.NO_INSPECTOR");
        }
        try {
            inspections.schedule(number, version, at, comes, note, current.officer());
        } catch (UnlawfulAppointment e) {
            String wrong = "office.inspection." + e.reason();
            boolean person = e.reason() == UnlawfulAppointment.Reason.NO_INSPECTOR;
            return pages.appointmentAgain(number, current.officer(), form, person ? null : wrong, person ? wrong : null);
        }
        return back(number, "office.inspection.appointed", flash);
    }

    @PostMapping("/photos")
    Object add(
            @PathVariable String number,
            @RequestParam(name = "photo") List<MultipartFile> photos,
            @RequestParam(defaultValue = "") String caption,
            CurrentOfficer current,
            RedirectAttributes flash) {
        CaseFolder folder = folders.open(number, current.officer());
        Policy policy = new Policy(folder.application().agency(), Set.of(FileType.JPEG, FileType.PNG), LARGEST_PHOTO);
        for (MultipartFile photo : photos) {
            try (InputStream content = photo.getInputStream()) {
                StoredFile stored = files.store(content, photo.getOriginalFilename(), photo.getContentType(), policy);
                keep(number, stored, caption, current.officer());
            } catch (FileRefused e) {
                return pages.photoAgain(number, current.officer(), e.code());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return back(number, "office.inspection.photo.added", flash);
    }

    private void keep(String number, StoredFile stored, String caption, Officer officer) {
        try {
            inspections.addPhoto(number, stored, caption, officer);
        } catch (RuntimeException e) {
            files.remove(stored.id());
            throw e;
        }
    }

    @PostMapping("/photos/{photo}/remove")
    Object remove(@PathVariable String number, @PathVariable UUID photo, CurrentOfficer current, RedirectAttributes flash) {
        inspections.removePhoto(number, photo, current.officer());
        return back(number, "office.inspection.photo.removed", flash);
    }

    @PostMapping("/result")
    Object record(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String passed,
            @RequestParam(defaultValue = "") String findings,
            @RequestParam(defaultValue = "false") boolean confirmed,
            CurrentOfficer current,
            RedirectAttributes flash) {
        if (findings.isBlank() || !Set.of("yes", "no").contains(passed) || !confirmed) {
            return pages.resultAgain(number, current.officer(), passed, findings, confirmed);
        }
        try {
            inspections.record(number, version, passed.equals("yes"), findings, current.officer());
        } catch (TooEarly e) {
            // the page says from when, in place of the form
            return pages.resultAgain(number, current.officer(), passed, findings, confirmed);
        }
        flash.addFlashAttribute("done", words.of("office.inspection.recorded"));
        return "redirect:/backoffice/cases/" + number;
    }

    private String back(String number, String message, RedirectAttributes flash) {
        flash.addFlashAttribute("done", words.of(message));
        return "redirect:/backoffice/cases/" + number + "/inspection";
    }
}
