package org.anuyat.payments.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The finance officer's queue of money that needs a decision. */
@HttpExchange(url = "/payments/v1/discrepancies", accept = "application/json")
public interface Reconciliation {

    /** Largest page that {@link #discrepancies} gives. */
    int LARGEST_PAGE = 200;

    /**
     * Lists the queue of one agency, oldest first.
     *
     * @param kind only these, or null for all
     * @param undecidedOnly leaves out what has been settled
     * @param text a part of the application number, a reference, the bill's payer or the bank's transaction; empty for all
     * @param page from 0
     * @param size 1 to {@value #LARGEST_PAGE}
     */
    @GetExchange
    Discrepancy.Page discrepancies(
            @RequestParam("agency") String agency,
            @RequestParam(name = "kind", required = false) Discrepancy.@Nullable Kind kind,
            @RequestParam("undecidedOnly") boolean undecidedOnly,
            @RequestParam("text") String text,
            @RequestParam("page") int page,
            @RequestParam("size") int size);

    /**
     * One entry of the queue, of whichever agency.
     *
     * @throws PaymentsRefusal {@code NOT_FOUND}
     */
    @GetExchange("/{discrepancyId}")
    Discrepancy discrepancy(@PathVariable("discrepancyId") UUID discrepancyId);

    /**
     * Records the decision to accept; repeating it changes nothing. Money goes back by {@link org.anuyat.payments.api.refunds.Refunds#order}.
     *
     * @throws PaymentsRefusal {@code NOT_FOUND}; {@code ALREADY_SETTLED} when another decision stands; {@code NOT_COVERED} when money is
     *     to be accepted that has no bill or doesn't cover it, or the bill is settled already
     */
    @PostExchange(url = "/{discrepancyId}/settlement", contentType = "application/json")
    Discrepancy settle(@PathVariable("discrepancyId") UUID discrepancyId, @RequestBody Settlement settlement);
}
