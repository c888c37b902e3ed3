package org.anuyat.workflow.payment.refund;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.payment.refund.RefundProposal.Decision;
import org.anuyat.workflow.payment.refund.RefundProposal.State;
import org.anuyat.workflow.payment.refund.RefundRefused.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives money back (คืนเงิน) under the principle of four eyes: one officer proposes, another decides, and only what the bank has confirmed is
 * told as done.
 */
@Component
public class Refunding {

    private static final int LONGEST_REASON = 1_000;

    private final RefundProposals proposals;
    private final RefundPort port;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate outside;

    Refunding(
            RefundProposals proposals,
            RefundPort port,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.proposals = proposals;
        this.port = port;
        this.events = events;
        this.clock = clock;
        this.outside = new TransactionTemplate(transactions);
        this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /**
     * Money that a proposal is about.
     *
     * @param applicationNumber the application whose bill it names; null when it names none
     * @param receivedSatang the whole payment
     */
    public record Money(@Nullable String applicationNumber, String bank, String transactionId, long receivedSatang) {}

    /**
     * How a refund ended.
     *
     * @param bankReference set when the bank has confirmed it
     * @param refusal set when it refused
     */
    public record Outcome(@Nullable String bankReference, @Nullable String refusal) {}

    /**
     * Proposes to give money back.
     *
     * @param amountSatang 1 up to the whole payment
     * @param reason in the officer's words, 1 to 1000 characters
     * @return the proposal's id
     * @throws RefundRefused {@code UNDER_WAY} when there is an open proposal for this money
     */
    @Transactional
    public UUID propose(String agency, Money money, long amountSatang, String reason, Actor by) {
        check(reason);
        RefundProposal proposal = new RefundProposal(
                UUID.randomUUID(),
                agency,
                money.applicationNumber(),
                money.bank(),
                money.transactionId(),
                money.receivedSatang(),
                amountSatang,
                reason,
                State.PROPOSED,
                clock.instant(),
                by.id(),
                by.displayName(),
                null,
                null,
                null,
                null,
                null);
        if (!proposals.enter(proposal)) {
            throw new RefundRefused(Reason.UNDER_WAY);
        }
        events.publishEvent(new RefundProposed(by, proposal.proposedAt(), proposal));
        return proposal.id();
    }

    private static void check(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("reason must have 1 to " + LONGEST_REASON + " characters");
        }
    }

    /** A proposal of an agency. */
    @Transactional(readOnly = true)
    public Optional<RefundProposal> find(String agency, UUID id) {
        return proposals.find(id).filter(proposal -> proposal.agency().equals(agency));
    }

    /** A page of an agency's proposals, newest first. */
    @Transactional(readOnly = true)
    public RefundProposal.Page page(String agency, boolean openOnly, int page, int size) {
        return proposals.page(agency, openOnly, page, size);
    }

    /** How many proposals of an agency wait for this officer's decision. */
    @Transactional(readOnly = true)
    public long waiting(String agency, String officer) {
        return proposals.waiting(agency, officer);
    }

    /**
     * Agrees; the bank is asked right after.
     *
     * @throws RefundRefused {@code UNKNOWN}, {@code DECIDED}, {@code SAME_OFFICER}
     */
    @Transactional
    public void approve(String agency, UUID id, Actor by) {
        RefundProposal decided = decide(agency, id, State.APPROVED, null, by);
        events.publishEvent(new RefundApproved(by, clock.instant(), decided));
    }

    /**
     * Does not agree; nothing happens to the money.
     *
     * @param reason in the officer's words, 1 to 1000 characters
     * @throws RefundRefused {@code UNKNOWN}, {@code DECIDED}, {@code SAME_OFFICER}
     */
    @Transactional
    public void decline(String agency, UUID id, String reason, Actor by) {
        check(reason);
        RefundProposal decided = decide(agency, id, State.DECLINED, reason, by);
        events.publishEvent(new RefundDeclined(by, clock.instant(), decided));
    }

    private RefundProposal decide(String agency, UUID id, State state, @Nullable String reason, Actor by) {
        RefundProposal proposal = proposals.hold(id)
                .filter(found -> found.agency().equals(agency))
                .orElseThrow(() -> new RefundRefused(Reason.UNKNOWN));
        if (proposal.state() != State.PROPOSED) {
            throw new RefundRefused(Reason.DECIDED);
        }
        if (proposal.proposedBy().equals(by.id())) {
            throw new RefundRefused(Reason.SAME_OFFICER);
        }
        proposals.decide(id, state, new Decision(clock.instant(), by.id(), by.displayName(), reason));
        return proposals.find(id).orElseThrow();
    }

    /** Orders an approved refund; repeating it changes nothing. */
    @Transactional
    public void order(UUID id) {
        RefundProposal proposal = proposals.find(id).orElseThrow();
        if (proposal.state() != State.APPROVED || proposal.refundId() != null) {
            return;
        }
        RefundPort.Answer answer = outside.execute(status -> port.order(proposal));
        if (answer.refundId() != null) {
            proposals.ordered(id, answer.refundId());
        } else {
            end(id, new Outcome(null, answer.refusal()));
        }
    }

    /** Records that an officer enters a bank's advice on paper; call it before the payments' books are told. */
    @Transactional
    public void entered(RefundProposal proposal, String bankReference, Actor by) {
        events.publishEvent(new RefundEntered(by, clock.instant(), proposal, bankReference));
    }

    /**
     * Takes note of how a refund ended; once.
     *
     * @param key of the order, see {@link RefundProposal#key()}
     * @return the proposal when the money went back now; empty otherwise
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<RefundProposal> ended(String key, Outcome outcome) {
        String id = key.startsWith("refund/") ? key.substring("refund/".length()) : "";
        return id.length() == 36 ? end(UUID.fromString(id), outcome) : Optional.empty();
    }

    private Optional<RefundProposal> end(UUID id, Outcome outcome) {
        Optional<RefundProposal> open = proposals.hold(id).filter(found -> found.state() == State.APPROVED);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        boolean done = outcome.bankReference() != null;
        proposals.end(id, done ? State.DONE : State.REFUSED, now, outcome.bankReference(), outcome.refusal());
        RefundProposal ended = proposals.find(id).orElseThrow();
        Actor bank = new Actor(Actor.Kind.BANK, ended.bank(), ended.bank());
        if (!done) {
            events.publishEvent(new RefundTurnedDown(bank, now, ended));
            return Optional.empty();
        }
        events.publishEvent(ended.applicationNumber() == null
                ? new RefundedWithoutCase(bank, now, ended)
                : new Refunded(bank, now, ended));
        return Optional.of(ended);
    }
}
