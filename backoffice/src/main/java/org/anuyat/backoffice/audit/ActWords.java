package org.anuyat.backoffice.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.part.Milestone;
import org.anuyat.kit.text.Formats;
import org.anuyat.workflow.audit.AuditEntry;
import org.anuyat.workflow.audit.AuditTrail;
import org.anuyat.workflow.submission.Application;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The record of acts in an officer's words. */
@Component
public class ActWords {

    private final AuditTrail trail;
    private final Words words;
    private final DetailWords details;

    ActWords(AuditTrail trail, Words words) {
        this.trail = trail;
        this.details = new DetailWords(words);
        this.words = words;
    }

    /**
     * An entry as pages show it.
     *
     * @param details name and value in the reader's words, in alphabetical order of the names as they were kept
     */
    record Line(
            long seq,
            Instant at,
            String act,
            String name,
            @Nullable String number,
            String actor,
            String capacity,
            List<String> details,
            String hash,
            String previousHash) {}

    /** What was done with a case, for its readers, as a time line. */
    public List<Milestone> history(Application application) {
        Formats formats = new Formats(words.locale());
        return trail.ofApplication(application.agency(), application.number()).stream()
                .map(entry -> new Milestone(
                        name(entry),
                        formats.dateTime(entry.at()) + " · " + entry.actor().displayName(),
                        null,
                        Milestone.State.DONE))
                .toList();
    }

    Line of(AuditEntry entry) {
        Map<String, Object> sorted = new TreeMap<>(entry.details());
        return new Line(
                entry.seq(),
                entry.at(),
                name(entry),
                entry.act(),
                entry.applicationNumber(),
                entry.actor().displayName(),
                words.of("audit.kind." + entry.actor().kind().name()),
                sorted.entrySet().stream()
                        .map(detail -> details.of(detail.getKey(), detail.getValue()))
                        .toList(),
                entry.hash(),
                entry.previousHash());
    }

    private String name(AuditEntry entry) {
        return words.orElse("act." + entry.act(), entry.act());
    }
}
