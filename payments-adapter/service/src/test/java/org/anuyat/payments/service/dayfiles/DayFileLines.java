package org.anuyat.payments.service.dayfiles;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Writes end-of-day files from the published layout alone, right ones and wrong ones. */
public final class DayFileLines {

    private final String bankAndAccount;
    private final List<String> lines = new ArrayList<>();
    private long credits;
    private long creditSatang;
    private long debits;
    private long debitSatang;

    public DayFileLines(LocalDate day) {
        this(day, "014", "0000000000");
    }

    public DayFileLines(LocalDate day, String bank, String account) {
        bankAndAccount = bank + account;
        add("H", "%-40s%s%-8s".formatted("เทศบาลเมืองตัวอย่าง", day.format(DateTimeFormatter.ofPattern("ddMMyyyy")), "BILLPAY"));
    }

    public DayFileLines detail(String kind, LocalDateTime paidAt, String reference1, String reference2, long satang) {
        if (kind.equals("C")) {
            credits++;
            creditSatang += satang;
        } else {
            debits++;
            debitSatang += satang;
        }
        String when = paidAt.format(DateTimeFormatter.ofPattern("ddMMyyyyHHmmss"));
        add("D", "%s%-50s%-20s%-20s%-20s00010001%sCSH%-7s%013d"
                .formatted(when, "นางสาวสมหญิง รักดี", reference1, reference2, "", kind, "", satang));
        return this;
    }

    /** The lines so far with a trailer that fits them. */
    public List<String> whole() {
        add("T", "%013d%06d%013d%06d".formatted(debitSatang, debits, creditSatang, credits));
        return lines;
    }

    private void add(String type, String rest) {
        lines.add("%-256s".formatted(type + "%06d".formatted(lines.size() + 1) + bankAndAccount + rest));
    }

    public static byte[] bytes(List<String> lines) {
        return (String.join("\r\n", lines) + "\r\n").getBytes(Charset.forName("TIS-620"));
    }
}
