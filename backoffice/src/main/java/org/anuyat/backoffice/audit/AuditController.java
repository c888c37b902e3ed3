package org.anuyat.backoffice.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.Field;
import org.anuyat.workflow.audit.AuditEntry;
import org.anuyat.workflow.audit.AuditTrail;
import org.anuyat.workflow.identity.Role;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** The record of the auditor's own agency: searching it, checking the whole chain, taking it along. */
@Controller
@RequestMapping("/backoffice/audit")
class AuditController {

    private static final int PER_PAGE = 50;
    private static final int LONGEST = 200;

    private final AuditTrail trail;
    private final ActWords acts;
    private final Words words;
    private final JsonMapper json;

    AuditController(AuditTrail trail, ActWords acts, Words words, JsonMapper json) {
        this.trail = trail;
        this.acts = acts;
        this.words = words;
        this.json = json;
    }

    @GetMapping
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) Long before,
            CurrentOfficer current,
            Model model) {
        String agency = current.as(Role.AUDITOR).agency();
        String text = q.strip().substring(0, Math.min(q.strip().length(), LONGEST));
        List<AuditEntry> found =
                trail.search(agency, text, before == null ? Long.MAX_VALUE : before, PER_PAGE + 1);
        List<AuditEntry> shown = found.subList(0, Math.min(found.size(), PER_PAGE));
        model.addAttribute("q", text);
        model.addAttribute(
                "text",
                Field.of("q", words.of("audit.search"))
                        .withHint(words.of("audit.search.hint"))
                        .withValue(text)
                        .with("type", "search"));
        model.addAttribute("entries", shown.stream().map(acts::of).toList());
        model.addAttribute("newest", before == null);
        model.addAttribute("older", found.size() > PER_PAGE ? shown.get(PER_PAGE - 1).seq() : null);
        return "backoffice/audit/search";
    }

    /** Checks every entry of the agency's chain; a POST, because it reads all of it. */
    @PostMapping("/check")
    String check(CurrentOfficer current, Model model) {
        model.addAttribute("check", trail.check(current.as(Role.AUDITOR).agency()));
        model.addAttribute("back", "/backoffice/audit");
        return "backoffice/audit/check";
    }

    @GetMapping("/check")
    String again() {
        return "redirect:/backoffice/audit";
    }

    /** The chain as JSON lines, oldest first: whoever has it can check it without this platform. */
    @GetMapping("/export.jsonl")
    void export(CurrentOfficer current, HttpServletResponse response) throws IOException {
        String agency = current.as(Role.AUDITOR).agency();
        response.setContentType("application/jsonl;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit-" + agency + ".jsonl\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        trail.export(agency, entry -> {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("seq", entry.seq());
            line.put("previousHash", entry.previousHash());
            line.put("record", entry.record());
            line.put("hash", entry.hash());
            try {
                writer.write(json.writeValueAsString(line));
                writer.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        writer.flush();
    }
}
