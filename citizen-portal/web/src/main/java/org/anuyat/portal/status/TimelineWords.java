package org.anuyat.portal.status;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.anuyat.kit.part.Milestone;
import org.anuyat.kit.text.Formats;
import org.anuyat.workflow.agency.Agencies;
import org.anuyat.workflow.agency.Agency;
import org.anuyat.workflow.submission.ApplicationState;
import org.anuyat.workflow.tracking.CaseEvent;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What happened to a case, in the applicant's words: {@code timeline.<act>}, and {@code timeline.<act>.words} with details. */
@Component
class TimelineWords {

    /** Which details the words of an act mention, in the order of their places. An act that isn't here has a title only. */
    static final Map<String, List<String>> DETAILS = Map.ofEntries(
            Map.entry("submission.Submitted", List.of("receivedAt")),
            Map.entry("submission.Resubmitted", List.of("receivedAt")),
            Map.entry("submission.ReceivedFromAgency", List.of("fromAgency", "fromNumber", "receivedAt")),
            Map.entry("review.Registered", List.of("receiveNumber")),
            Map.entry("review.Forwarded", List.of("toAgency", "reason", "toContact")),
            Map.entry("review.CorrectionRequested", List.of("deadline")),
            Map.entry("review.CorrectionReminded", List.of("deadline")),
            Map.entry("review.InspectionScheduled", List.of("when", "inspector", "note")),
            Map.entry("review.ReinspectionOrdered", List.of("reason")),
            Map.entry("review.DelayTold", List.of("due")),
            Map.entry("review.Returned", List.of("reason")),
            Map.entry("copies.CopyCertified", List.of("document")),
            Map.entry("approval.RefusalNoticeIssued", List.of("appealUntil")),
            Map.entry("payment.BillPresented", List.of("amountSatang", "due")),
            Map.entry("payment.PaymentReminded", List.of("due")),
            Map.entry("payment.Paid", List.of("amountSatang", "receiptNumber")),
            Map.entry("payment.PaymentLapsed", List.of("due")),
            Map.entry("payment.PaymentQueried", List.of("amountSatang")),
            Map.entry("receipt.Cancelled", List.of("receiptNumber", "reason")),
            Map.entry("receipt.Replaced", List.of("receiptNumber", "replaces", "reason")),
            Map.entry("slip.SlipRefused", List.of("reason")),
            Map.entry("refund.Refunded", List.of("amountSatang", "reason")),
            Map.entry("issuance.Issued", List.of("permitNumber")),
            Map.entry("registry.Suspended", List.of("reason", "legalBasis")),
            Map.entry("registry.Revoked", List.of("reason", "legalBasis")),
            Map.entry("registry.Reinstated", List.of("reason")));

    private final MessageSource messages;
    private final Agencies agencies;

    TimelineWords(MessageSource messages, Agencies agencies) {
        this.messages = messages;
        this.agencies = agencies;
    }

    /** The time line, oldest first; where the case stands now comes last, unless it has ended. */
    List<Milestone> milestones(List<CaseEvent> events, ApplicationState state, Locale locale) {
        List<Milestone> milestones = new ArrayList<>();
        events.forEach(event -> milestones.add(milestone(event, locale)));
        if (!state.isEnd()) {
            String key = "apply.state." + state.name();
            milestones.add(new Milestone(
                    messages.getMessage(key, null, locale),
                    null,
                    messages.getMessage(key + ".next", null, locale),
                    Milestone.State.NOW));
        }
        return List.copyOf(milestones);
    }

    private Milestone milestone(CaseEvent event, Locale locale) {
        Formats formats = new Formats(locale);
        List<String> names = DETAILS.get(event.act());
        String words = names == null
                ? null
                : messages.getMessage(
                                "timeline." + event.act() + ".words",
                                names.stream()
                                        .map(name -> readable(name, event.details().get(name), formats, locale))
                                        .toArray(),
                                locale)
                        .strip();
        return new Milestone(
                messages.getMessage("timeline." + event.act(), null, locale),
                formats.dateTime(event.at()),
                words,
                Milestone.State.DONE);
    }

    private String readable(String name, Object value, Formats formats, Locale locale) {
        if (value == null) {
            return "";
        }
        if (name.endsWith("Satang") && value instanceof Number satang) {
            return formats.baht(satang.longValue());
        }
        String text = value.toString();
        return name.endsWith("Agency")
                ? agencies.find(text).map((Agency agency) -> agency.name(locale)).orElse(text)
                : time(text, formats).orElse(text);
    }

    private static Optional<String> time(String text, Formats formats) {
        try {
            return Optional.of(formats.dateTime(Instant.parse(text)));
        } catch (DateTimeParseException notAnInstant) {
            try {
                return Optional.of(formats.date(LocalDate.parse(text)));
            } catch (DateTimeParseException notADay) {
                return Optional.empty();
            }
        }
    }
}
