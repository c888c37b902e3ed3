package org.anuyat.portal.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.anuyat.kit.Field;
import org.anuyat.kit.Link;
import org.anuyat.kit.Option;
import org.anuyat.kit.text.Formats;
import org.anuyat.workflow.approval.RefusalNotices;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.copies.CertifiedCopies;
import org.anuyat.workflow.payment.FeeBill;
import org.anuyat.workflow.payment.Payments;
import org.anuyat.workflow.review.receiving.Forwarding;
import org.anuyat.workflow.review.receiving.Registration;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.ApplicationState;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.submission.corrections.Corrections;
import org.anuyat.workflow.tracking.Ratings;
import org.anuyat.workflow.tracking.Ratings.Rating;
import org.anuyat.workflow.tracking.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Where a case stands: the time line, what comes next and until when, what the applicant can do now, and the rating. */
@Component
public class CaseStatus {

    private static final int BEST = 5;

    private final Timeline timeline;
    private final TimelineWords words;
    private final Ratings ratings;
    private final Payments payments;
    private final Corrections corrections;
    private final RefusalNotices refusals;
    private final CertifiedCopies copies;
    private final Registration registration;
    private final Applications applications;
    private final Services services;
    private final MessageSource messages;

    CaseStatus(
            Timeline timeline,
            TimelineWords words,
            Ratings ratings,
            Payments payments,
            Corrections corrections,
            RefusalNotices refusals,
            CertifiedCopies copies,
            Registration registration,
            Applications applications,
            Services services,
            MessageSource messages) {
        this.timeline = timeline;
        this.words = words;
        this.ratings = ratings;
        this.payments = payments;
        this.corrections = corrections;
        this.refusals = refusals;
        this.copies = copies;
        this.registration = registration;
        this.applications = applications;
        this.services = services;
        this.messages = messages;
    }

    /** Puts in what the fragments of {@code portal/status/parts} show. */
    public void describe(Application application, Locale locale, Model model) {
        boolean ended = application.state().isEnd();
        model.addAttribute("milestones", words.milestones(timeline.of(application.number()), application.state(), locale));
        model.addAttribute("deadline", deadline(application, locale));
        model.addAttribute("actions", actions(application, locale));
        if (ended) {
            Rating given = ratings.of(application.number()).orElse(null);
            model.addAttribute("rated", given != null);
            model.addAttribute("ratingFields", ratingFields(given, null, locale));
        }
    }

    /** The questions of the rating. */
    List<Field> ratingFields(@Nullable Rating given, @Nullable String error, Locale locale) {
        List<Option> scores = new ArrayList<>();
        for (int score = BEST; score >= 1; score--) {
            scores.add(Option.of(String.valueOf(score), say(locale, "timeline.rating." + score)));
        }
        return List.of(
                Field.of("score", say(locale, "timeline.rating.question"))
                        .withOptions(scores)
                        .withValue(given == null ? null : given.score())
                        .withError(error),
                Field.of("comment", say(locale, "timeline.rating.comment"))
                        .withHint(say(locale, "timeline.rating.comment-hint"))
                        .withLimit(Ratings.LONGEST_COMMENT)
                        .withValue(given == null ? null : given.comment()));
    }

    private @Nullable String deadline(Application application, Locale locale) {
        Formats formats = new Formats(locale);
        String number = application.number();
        return switch (application.state()) {
            case SUBMITTED, IN_REVIEW, IN_APPROVAL -> say(locale, "timeline.deadline.decision", service(application)
                    .deadlines()
                    .decisionDays());
            case CORRECTION_REQUESTED -> corrections
                    .current(number)
                    .map(open -> say(locale, "timeline.deadline.correction", formats.dateTime(open.deadline())))
                    .orElse(null);
            case AWAITING_PAYMENT -> payments.of(number)
                    .map(bill -> say(locale, "timeline.deadline.payment", formats.dateTime(bill.due())))
                    .orElse(null);
            case REFUSED -> refusals.find(number)
                    .map(notice -> say(locale, "timeline.deadline.appeal", formats.date(notice.appealUntil())))
                    .orElse(null);
            case ISSUING, ISSUED, WITHDRAWN, RETURNED, FORWARDED, LAPSED -> null;
        };
    }

    private ServiceDefinition service(Application application) {
        return services.version(application.serviceId(), application.serviceVersion());
    }

    /** What fits the state, the most important first; the page shows the first as a button. */
    private List<Link> actions(Application application, Locale locale) {
        String page = "/applications/" + application.number();
        List<Link> actions = new ArrayList<>();
        ApplicationState state = application.state();
        if (state == ApplicationState.CORRECTION_REQUESTED) {
            actions.add(Link.of(page + "/correct", say(locale, "timeline.do.correct")));
        }
        if (state == ApplicationState.AWAITING_PAYMENT) {
            actions.add(Link.of(page + "/fee", say(locale, "timeline.do.pay")));
        }
        if (state == ApplicationState.ISSUED) {
            actions.add(Link.of(page + "/permit", say(locale, "timeline.do.show")));
            actions.add(Link.of(page + "/permit.pdf", say(locale, "timeline.do.download")));
        }
        if (state == ApplicationState.REFUSED && refusals.find(application.number()).isPresent()) {
            actions.add(Link.of(page + "/refusal-notice.pdf", say(locale, "timeline.do.refusal")));
        }
        registration
                .forwarding(application.number())
                .map(Forwarding::newNumber)
                .ifPresent(to -> actions.add(
                        Link.of("/applications/" + to, say(locale, "timeline.do.forwarded", to))));
        applications
                .forwardedFrom(application.number())
                .ifPresent(from -> actions.add(
                        Link.of("/applications/" + from, say(locale, "timeline.do.forwarded-from", from))));
        if (payments.of(application.number())
                .map(FeeBill::receiptFile)
                .isPresent()) {
            actions.add(Link.of(page + "/fee/receipt.pdf", say(locale, "timeline.do.receipt")));
        }
        copies.of(application.number())
                .forEach(copy -> actions.add(Link.of(
                        page + "/certified-copies/" + copy.id() + ".pdf", say(locale, "timeline.do.copy", copy.name()))));
        return List.copyOf(actions);
    }

    private String say(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
