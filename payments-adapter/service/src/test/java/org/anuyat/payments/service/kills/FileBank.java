package org.anuyat.payments.service.kills;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.anuyat.payments.api.dayfiles.DayFile;
import org.anuyat.payments.api.dayfiles.DayFiles;
import org.anuyat.payments.service.dayfiles.DayFileLines;
import org.springframework.core.io.InputStreamResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A bank that can't be asked: what its end-of-day files say has been paid. Its bills stand in the books without having been presented one by one. */
final class FileBank {

    static final String AGENCY = "korat";
    static final String CODE = "030";
    /** So many payments that their notices are written in several pieces. */
    static final int SEVERAL_PIECES = 450;
    private static final String BILLER = "099400000001400";
    private static final String ACCOUNT = "0300000001";
    private static final long FEE = 10_000;
    private static final int REPEATED = 10;

    private final JdbcClient books;
    private final Supplier<DayFiles> desk;
    private final List<String> held = new CopyOnWriteArrayList<>();
    private List<String> before = List.of();
    private int numbers;
    /** The bank has one file of an account and day. */
    private LocalDate day = LocalDate.of(2027, 1, 1);

    FileBank(JdbcClient books, Supplier<DayFiles> desk) {
        this.books = books;
        this.desk = desk;
    }

    static Map<String, String> settings() {
        return Map.of(
                "anuyat.payments.agencies.korat.biller-id", BILLER,
                "anuyat.payments.agencies.korat.bank", "files",
                "anuyat.payments.agencies.korat.account", ACCOUNT,
                "anuyat.payments.banks.files.adapter", "generic",
                "anuyat.payments.banks.files.code", CODE,
                "anuyat.payments.banks.files.dialect.inquiry", "none",
                "anuyat.payments.banks.files.callback-secret", "a-secret-nobody-guesses");
    }

    /** The file of the next day: so many bills are paid, and some of the last file's once more. */
    byte[] file(int payments) {
        List<String> bills = bills(payments);
        DayFileLines lines = new DayFileLines(day, CODE, ACCOUNT);
        List<String> paid = new ArrayList<>(bills);
        paid.addAll(before.subList(0, Math.min(REPEATED, before.size())));
        LocalDateTime at = LocalDateTime.now(Quarter.BANGKOK);
        paid.forEach(reference -> {
            lines.detail("C", at, reference, "1", FEE);
            held.add(reference + " " + FEE);
        });
        day = day.plusDays(1);
        before = bills;
        return DayFileLines.bytes(lines.whole());
    }

    DayFile bring(byte[] file) {
        return desk.get().receive(AGENCY, new InputStreamResource(new ByteArrayInputStream(file)));
    }

    /** What it holds, by reference and amount. */
    List<String> held() {
        return held.stream().sorted().toList();
    }

    long heldSatang() {
        return held.size() * FEE;
    }

    /** The first bill of the last file. */
    String firstPaid() {
        return before.get(0);
    }

    private List<String> bills(int count) {
        List<String> references = books.sql(
                        """
                        with bill as (
                          insert into payments.bill (id, idempotency_key, order_digest, agency, application_number, biller_name, description, payer_name,
                            bank, biller_id, reference1, reference2, amount_satang, due, presented_at, qr_payload, barcode_payload)
                          select gen_random_uuid(), 'file-' || i, '', :agency, 'APP-' || i, '', '', '', 'files', :biller, 'F' || lpad(i::text, 6, '0'), '1',
                                 :fee, now() + interval '1 day', now(), '', ''
                            from generate_series(cast(:first as integer), :last) i
                          returning id, reference1),
                        standing as (insert into payments.bill_standing (bill_id, state) select id, 'OPEN' from bill)
                        select reference1 from bill order by 1
                        """)
                .param("agency", AGENCY)
                .param("biller", BILLER)
                .param("fee", FEE)
                .param("first", numbers + 1)
                .param("last", numbers + count)
                .query(String.class)
                .list();
        numbers += count;
        return references;
    }
}
