package org.anuyat.workflow.review.opinion;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.review.Recommendation;
import org.anuyat.workflow.review.Recommended;
import org.anuyat.workflow.review.cases.ReviewCase;
import org.anuyat.workflow.review.cases.ReviewCases;
import org.anuyat.workflow.review.cases.Stage;
import org.anuyat.workflow.review.cases.WrongStage;
import org.anuyat.workflow.review.inspection.Inspections;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.ApplicationState;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.worklist.Task;
import org.anuyat.workflow.worklist.TaskKind;
import org.anuyat.workflow.worklist.Worklist;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The reviewing officer's opinion to the approvers. */
@Component
public class Opinions {

    private final Applications applications;
    private final ReviewCases cases;
    private final Services services;
    private final Inspections inspections;
    private final Worklist worklist;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Opinions(
            Applications applications,
            ReviewCases cases,
            Services services,
            Inspections inspections,
            Worklist worklist,
            JdbcClient jdbc,
            Clock clock,
            ApplicationEventPublisher events) {
        this.applications = applications;
        this.cases = cases;
        this.services = services;
        this.inspections = inspections;
        this.worklist = worklist;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** The opinions of a case, the latest first. */
    @Transactional(readOnly = true)
    public List<Opinion> of(String number) {
        return jdbc.sql(
                        """
                        select sequence, recommendation, opinion, given_by, given_name, given_position, given_at
                          from opinion where application_number = :number order by sequence desc""")
                .param("number", number)
                .query((row, index) -> new Opinion(
                        row.getInt("sequence"),
                        Recommendation.valueOf(row.getString("recommendation")),
                        row.getString("opinion"),
                        row.getString("given_by"),
                        row.getString("given_name"),
                        row.getString("given_position"),
                        row.getTimestamp("given_at").toInstant()))
                .list();
    }

    /** The opinion over which the approvers decide. */
    @Transactional(readOnly = true)
    public Optional<Opinion> latest(String number) {
        return of(number).stream().findFirst();
    }

    /**
     * Gives the opinion; the case goes to the approvers.
     *
     * @param seen the version of the case on the officer's page
     * @param text why; mandatory
     * @throws WrongStage when the service demands an inspection and none took place
     * @throws org.anuyat.workflow.review.cases.StaleCase when the case is another one by now
     * @throws IllegalArgumentException when the text is blank
     */
    @Transactional
    public ReviewCase recommend(String number, int seen, Recommendation recommendation, String text, Officer officer) {
        Application application = applications.lock(number);
        Task task = worklist.requireOpen(number, TaskKind.RECOMMEND, officer);
        ReviewCase of = cases.asSeen(number, seen);
        if (text.isBlank()) {
            throw new IllegalArgumentException("an opinion gives its reasons");
        }
        boolean inspected = of.stage() == Stage.INSPECTED
                || !services.version(application.serviceId(), application.serviceVersion())
                        .inspection();
        if (!inspected) {
            throw new WrongStage(of, Stage.RECOMMENDED);
        }
        Actor by = Actor.officer(officer.subject(), officer.displayName());
        Instant now = clock.instant();
        ReviewCase moved = cases.move(of, Stage.RECOMMENDED, by);
        jdbc.sql(
                        """
                        insert into opinion (application_number, sequence, agency, recommendation, opinion, given_by, given_name,
                                             given_position, given_at)
                        select :number, count(*) + 1, :agency, :recommendation, :text, :by, :name, :position, :now
                          from opinion where application_number = :number""")
                .param("number", number)
                .param("agency", of.agency())
                .param("recommendation", recommendation.name())
                .param("text", text.strip())
                .param("by", officer.subject())
                .param("name", officer.displayName())
                .param("position", officer.position())
                .param("now", Timestamp.from(now))
                .update();
        applications.move(number, ApplicationState.IN_APPROVAL);
        worklist.done(task, officer);
        events.publishEvent(new Recommended(number, of.agency(), by, now, recommendation));
        return moved;
    }

    /** Takes a case back from the approvers, who want another opinion. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(ReviewCase of, Actor by) {
        applications.move(of.number(), ApplicationState.IN_REVIEW);
        boolean inspected = inspections.latest(of.number()).flatMap(one -> one.outcome()).isPresent();
        cases.move(of, inspected ? Stage.INSPECTED : Stage.COMPLETE, by);
    }
}
