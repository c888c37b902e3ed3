package org.anuyat.payments.service.bills;

import java.util.List;
import java.util.UUID;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.api.BillOrder;
import org.anuyat.payments.api.Bills;
import org.anuyat.payments.api.ReportedPayment;
import org.anuyat.payments.service.HttpOn;
import org.anuyat.payments.service.PaymentsPart;
import org.springframework.web.bind.annotation.RestController;

/** {@link Bills} over HTTP, by the contract's own mappings. */
@PaymentsPart
@HttpOn
@RestController
class BillEndpoint implements Bills {

    private final BillDesk desk;

    BillEndpoint(BillDesk desk) {
        this.desk = desk;
    }

    @Override
    public Bill present(BillOrder order) {
        return desk.present(order);
    }

    @Override
    public Bill find(UUID billId) {
        return desk.find(billId);
    }

    @Override
    public Bill cancel(UUID billId) {
        return desk.cancel(billId);
    }

    @Override
    public Bill inquire(UUID billId) {
        return desk.inquire(billId);
    }

    @Override
    public List<ReportedPayment> reported(UUID billId) {
        return desk.reported(billId);
    }
}
