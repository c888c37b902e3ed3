package org.anuyat.payments.service.slips;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.api.PaymentsRefusal.Reason;
import org.anuyat.payments.api.slips.Slip;
import org.anuyat.payments.api.slips.Slip.State;
import org.anuyat.payments.api.slips.SlipDecision;
import org.anuyat.payments.api.slips.SlipOrder;
import org.anuyat.payments.api.slips.Slips;
import org.anuyat.payments.api.slips.StatementEntry;
import org.anuyat.payments.service.Nudge;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.Utc;
import org.anuyat.payments.service.banks.BankAway;
import org.anuyat.payments.service.books.BillBook;
import org.anuyat.payments.service.books.StoredBill;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.support.TransactionOperations;

/** The service behind {@link Slips}. */
@PaymentsPart("paymentsSlipDesk")
@Primary
class SlipDesk implements Slips {

    private final SlipBook book;
    private final SlipShelf shelf;
    private final SlipInquiry inquiry;
    private final SlipStatements statements;
    private final BillBook bills;
    private final TransactionOperations transactions;
    private final ObjectProvider<Nudge> nudge;
    private final Clock clock;

    SlipDesk(
            SlipBook book,
            SlipShelf shelf,
            SlipInquiry inquiry,
            SlipStatements statements,
            BillBook bills,
            TransactionOperations transactions,
            ObjectProvider<Nudge> nudge,
            Clock clock) {
        this.book = book;
        this.shelf = shelf;
        this.inquiry = inquiry;
        this.statements = statements;
        this.bills = bills;
        this.transactions = transactions;
        this.nudge = nudge;
        this.clock = clock;
    }

    @Override
    public Slip submit(SlipOrder order) {
        Slip known = shelf.find(order.id()).orElse(null);
        if (known == null) {
            transactions.executeWithoutResult(status -> enter(order));
            nudge.ifAvailable(Nudge::now);
            known = slip(order.id());
        }
        if (!known.billId().equals(order.billId()) || !known.digest().equals(order.digest())) {
            throw new PaymentsRefusal(Reason.KEY_REUSED, "the id was used for another slip");
        }
        return known;
    }

    private void enter(SlipOrder order) {
        StoredBill bill = bills.get(order.billId());
        if (bill.hasTakenMoney()) {
            throw new PaymentsRefusal(Reason.NOT_OPEN, "the bill holds money: " + bill.state());
        }
        Slip.@Nullable Code code = SlipCode.first(order.codes());
        Optional<SlipBook.Earlier> earlier = book.earlier(order.billId(), code, order.digest());
        if (!book.enter(order, code, earlier.orElse(null)) && shelf.find(order.id()).isEmpty()) {
            // somebody handed in the same a moment before
            book.enter(order, code, book.earlier(order.billId(), code, order.digest()).orElseThrow());
        }
    }

    @Override
    public Slip slip(UUID slipId) {
        return shelf.find(slipId).orElseThrow(() -> new PaymentsRefusal(Reason.NOT_FOUND, "no such slip"));
    }

    @Override
    public List<Slip> ofBill(UUID billId) {
        return shelf.ofBill(billId, LARGEST_PAGE);
    }

    @Override
    public Slip.Page slips(String agency, boolean openOnly, Slip.@Nullable State state, String text, int page, int size) {
        if (page < 0 || size < 1 || size > LARGEST_PAGE) {
            throw new IllegalArgumentException("page must not be negative, size must be 1 to " + LARGEST_PAGE);
        }
        return shelf.page(agency, openOnly, state, text, page, size);
    }

    @Override
    public Slip ask(UUID slipId) {
        try {
            inquiry.ask(slip(slipId));
        } catch (BankAway e) {
            throw new PaymentsRefusal(Reason.BANK_UNAVAILABLE, "the bank doesn't answer now", e);
        } finally {
            nudge.ifAvailable(Nudge::now);
        }
        return slip(slipId);
    }

    @Override
    public Slip propose(UUID slipId, StatementEntry entry) {
        Slip seen = slip(slipId);
        boolean possible = seen.banks().contains(entry.bank())
                && !entry.on().isAfter(Utc.day(clock.instant()))
                && !entry.on().isBefore(Utc.day(bills.get(seen.billId()).presentedAt()));
        if (!possible) {
            throw new PaymentsRefusal(Reason.NOT_COVERED, "not a bank that collects for the bill, or not a day since it was presented");
        }
        transactions.executeWithoutResult(status -> {
            Slip slip = held(slipId);
            if (slip.state() == State.PROPOSED && slip.statement() != null && slip.statement().entry().equals(entry)) {
                return;
            }
            demand(slip, State.WAITING);
            if (book.isUsed(entry, entry.number())) {
                throw SlipStatements.used();
            }
            book.propose(slipId, entry);
        });
        return slip(slipId);
    }

    @Override
    public Slip decide(UUID slipId, SlipDecision decision) {
        switch (decision.kind()) {
            case REFUSE -> transactions.executeWithoutResult(status -> refuse(held(slipId), decision));
            case DECLINE -> transactions.executeWithoutResult(status -> {
                demand(held(slipId), State.PROPOSED);
                book.decline(slipId, decision);
            });
            case APPROVE -> approve(slipId, decision);
        }
        return slip(slipId);
    }

    private void refuse(Slip slip, SlipDecision decision) {
        if (slip.state() != State.REFUSED) {
            demand(slip, State.WAITING);
            book.refuse(slip.id(), decision);
        }
    }

    private void approve(UUID slipId, SlipDecision decision) {
        if (slip(slipId).state() == State.ACCEPTED) {
            return;
        }
        // what the bank itself says now comes first, and then there is nothing to approve
        ask(slipId);
        transactions.executeWithoutResult(status -> {
            // the bill first, as posting does: the same order of locks everywhere
            StoredBill bill = bills.hold(slip(slipId).billId());
            Slip slip = held(slipId);
            if (slip.state() != State.ACCEPTED) {
                demand(slip, State.PROPOSED);
                book.accept(slipId, decision, statements.enter(bill, slip, decision.officer()));
            }
        });
        nudge.ifAvailable(Nudge::now);
    }

    private Slip held(UUID slipId) {
        book.hold(slipId);
        return slip(slipId);
    }

    private static void demand(Slip slip, State state) {
        if (slip.state() != state) {
            throw new PaymentsRefusal(Reason.ALREADY_SETTLED, "the slip isn't " + state + " but " + slip.state());
        }
    }
}
