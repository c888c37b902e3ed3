package org.anuyat.payments.api.slips;

import java.util.List;
import java.util.UUID;
import org.anuyat.payments.api.PaymentsRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Slips as evidence, where a payment doesn't show by itself. A slip never enters money: the bank is asked about it and about its bill, and what the
 * bank confirms is posted as always. Where no answer or file of a bank can confirm it, two officers enter what the account's statement says.
 *
 * <p>As with the other contracts every call may be repeated, and none may be made inside a database transaction.
 */
@HttpExchange(url = "/payments/v1/slips", accept = "application/json")
public interface Slips {

    /** Largest page that {@link #slips} gives. */
    int LARGEST_PAGE = 200;

    /**
     * Takes a slip in, once per id; the bank is asked right after. The same transfer or the same file as that of a slip before, of whichever
     * bill, is taken in as {@link Slip.State#REPEATED}; only what was refused may be handed in again for its own bill.
     *
     * @throws PaymentsRefusal {@code NOT_FOUND} when there is no such bill, {@code NOT_OPEN} when it is paid, {@code KEY_REUSED} when the id was used for
     *     another slip
     */
    @PostExchange(contentType = "application/json")
    Slip submit(@RequestBody SlipOrder order);

    /**
     * One slip, of whichever agency.
     *
     * @throws PaymentsRefusal {@code NOT_FOUND}
     */
    @GetExchange("/{slipId}")
    Slip slip(@PathVariable("slipId") UUID slipId);

    /** The slips of a bill, oldest first; at most {@value #LARGEST_PAGE}. */
    @GetExchange("/of-bill/{billId}")
    List<Slip> ofBill(@PathVariable("billId") UUID billId);

    /**
     * Lists the slips of an agency, oldest first.
     *
     * @param openOnly leaves out what nobody has to decide any more
     * @param state only these, or null for all
     * @param text a part of the application number, reference 1, payer or transfer; empty for all
     * @param page from 0
     * @param size 1 to {@value #LARGEST_PAGE}
     */
    @GetExchange
    Slip.Page slips(
            @RequestParam("agency") String agency,
            @RequestParam("openOnly") boolean openOnly,
            @RequestParam(name = "state", required = false) Slip.@Nullable State state,
            @RequestParam("text") String text,
            @RequestParam("page") int page,
            @RequestParam("size") int size);

    /**
     * Asks the bank now, about the slip and about its bill, and posts what the bank confirms of the bill.
     *
     * @throws PaymentsRefusal {@code NOT_FOUND}, or {@code BANK_UNAVAILABLE} when the bank doesn't answer
     */
    @PostExchange("/{slipId}/inquiry")
    Slip ask(@PathVariable("slipId") UUID slipId);

    /**
     * Enters what a first officer found on the statement; no money yet.
     *
     * @throws PaymentsRefusal {@code NOT_FOUND}; {@code ALREADY_SETTLED} when the slip doesn't wait; {@code NOT_COVERED} when the bank doesn't collect for
     *     the bill, or the line's day is before the bill was presented or in the future; {@code STATEMENT_USED} when that line counted for another payment
     */
    @PostExchange(url = "/{slipId}/statement", contentType = "application/json")
    Slip propose(@PathVariable("slipId") UUID slipId, @RequestBody StatementEntry entry);

    /**
     * Decides. Before an approval enters money, the banks that can be asked are asked about the bill once more: what they confirm comes first.
     *
     * @throws PaymentsRefusal {@code NOT_FOUND}; {@code ALREADY_SETTLED} when there is nothing to decide so any more; {@code SAME_OFFICER} when who
     *     entered the statement's line approves it; {@code STATEMENT_USED}; {@code BANK_UNAVAILABLE} when a bank can't be asked just now
     */
    @PostExchange(url = "/{slipId}/decision", contentType = "application/json")
    Slip decide(@PathVariable("slipId") UUID slipId, @RequestBody SlipDecision decision);
}
