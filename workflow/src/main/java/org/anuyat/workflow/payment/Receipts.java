package org.anuyat.workflow.payment;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anuyat.workflow.agency.Agencies;
import org.anuyat.workflow.agency.Agency;
import org.anuyat.workflow.files.Files;
import org.anuyat.workflow.files.StoredFile;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.Applications;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Receipts for fees (ใบเสร็จรับเงิน). Their numbers run without gaps per agency and fiscal year (1 October to 30 September): the
 * number is taken in the transaction that books the payment, the document follows by a job.
 */
@Component
public class Receipts {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    private final JdbcClient jdbc;
    private final FeeBills bills;
    private final Applications applications;
    private final Agencies agencies;
    private final FeePapers papers;
    private final Files files;
    private final Clock clock;

    Receipts(
            JdbcClient jdbc,
            FeeBills bills,
            Applications applications,
            Agencies agencies,
            FeePapers papers,
            Files files,
            Clock clock) {
        this.jdbc = jdbc;
        this.bills = bills;
        this.applications = applications;
        this.agencies = agencies;
        this.papers = papers;
        this.files = files;
        this.clock = clock;
    }

    /** Takes the next number: agency / last two digits of the Buddhist-era fiscal year / running number. */
    @Transactional(propagation = Propagation.MANDATORY)
    String number(FeeBill bill, Billing.Money money) {
        int year = fiscalYear(LocalDate.now(clock.withZone(BANGKOK)));
        int running = jdbc.sql(
                        """
                        insert into receipt_counter (agency, fiscal_year, last) values (?, ?, 1)
                        on conflict (agency, fiscal_year) do update set last = receipt_counter.last + 1
                        returning last
                        """)
                .params(bill.agency(), year)
                .query(Integer.class)
                .single();
        String number = "%s%02d/%07d".formatted(bill.agency(), year % 100, running);
        jdbc.sql(
                        """
                        insert into receipt (number, agency, fiscal_year, running, application_number, issued_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        number,
                        bill.agency(),
                        year,
                        running,
                        bill.applicationNumber(),
                        Timestamp.from(clock.instant()))
                .update();
        return number;
    }

    /** The Buddhist-era fiscal year (ปีงบประมาณ) of a day: it begins on 1 October of the year before. */
    static int fiscalYear(LocalDate day) {
        return day.plusMonths(3).getYear() + 543;
    }

    /** Makes the document of a receipt; repeating it changes nothing. */
    @Transactional
    public void issue(String applicationNumber) {
        FeeBill bill = bills.find(applicationNumber).orElseThrow();
        if (bill.state() != FeeBill.State.PAID || bill.receiptFile() != null) {
            return;
        }
        Application application = applications.get(applicationNumber);
        Agency agency = agencies.byCode(bill.agency());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("receiptNumber", bill.receiptNumber());
        data.put("issuedOn", LocalDate.now(clock.withZone(BANGKOK)));
        data.put("payer", application.applicantName());
        data.put("paidAt", bill.paidAt());
        data.put("bank", bill.bank());
        data.put("transactionId", bill.transactionId());
        byte[] pdf = papers.receipt(agency, bill, data);
        StoredFile file = files.keep(
                new ByteArrayInputStream(pdf),
                "receipt-" + applicationNumber + ".pdf",
                "application/pdf",
                bill.agency());
        jdbc.sql("update receipt set file_id = ? where application_number = ?")
                .params(file.id(), applicationNumber)
                .update();
    }

    /**
     * The receipt of an application as a PDF, for its applicant.
     *
     * @throws org.anuyat.workflow.submission.UnknownApplication when it is somebody else's
     * @throws NoPaper when there is none (yet)
     */
    @Transactional(readOnly = true)
    public InputStream pdf(String applicationNumber, String applicantId) {
        applications.ownedBy(applicationNumber, applicantId);
        return bills.find(applicationNumber)
                .map(FeeBill::receiptFile)
                .map(files::open)
                .orElseThrow(() -> new NoPaper("receipt of " + applicationNumber));
    }

    /**
     * The pay-in slip (ใบแจ้งการชำระเงิน) of an open bill as a PDF, for its applicant.
     *
     * @throws org.anuyat.workflow.submission.UnknownApplication when it is somebody else's
     * @throws NoPaper when there is nothing to pay (any more)
     */
    @Transactional(readOnly = true)
    public byte[] payInSlip(String applicationNumber, String applicantId) {
        Application application = applications.ownedBy(applicationNumber, applicantId);
        FeeBill bill = bills.find(applicationNumber)
                .filter(found -> found.state() == FeeBill.State.OPEN)
                .orElseThrow(() -> new NoPaper("pay-in slip of " + applicationNumber));
        return papers.payInSlip(
                agencies.byCode(bill.agency()), bill, Map.of("payer", application.applicantName(), "due", bill.due()));
    }

    /** There is no such paper (yet). */
    public static class NoPaper extends RuntimeException {

        NoPaper(String what) {
            super("there is no " + what);
        }
    }
}
