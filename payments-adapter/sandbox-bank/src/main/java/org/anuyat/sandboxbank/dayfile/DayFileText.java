package org.anuyat.sandboxbank.dayfile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.anuyat.sandboxbank.ledger.Entry;
import org.anuyat.sandboxbank.ledger.Ledger;
import org.anuyat.sandboxbank.ledger.Refund;

/** Writes the Thai cross-bank end-of-day file: lines of 256 bytes in TIS-620 with CR LF, header, details, trailer. */
final class DayFileText {

    private static final Charset THAI = Charset.forName("TIS-620");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("ddMMyyyy", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);
    private static final String BANK = "014";
    private static final int LENGTH = 256;
    private static final int ACCOUNT_DIGITS = 10;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final String account;
    private int lines;

    /** Each biller has an account of its own: the last ten digits of its ID. */
    private DayFileText(String biller) {
        String padded = "0".repeat(ACCOUNT_DIGITS) + biller;
        account = padded.substring(padded.length() - ACCOUNT_DIGITS);
    }

    /** The file of one biller and day; refunds are debits. */
    static byte[] of(String biller, String name, LocalDate day, List<Entry> entries, List<Refund> refunds) {
        DayFileText text = new DayFileText(biller);
        text.line("H", pad(name, 40) + day.format(DAY) + pad("BILLPAY", 8));
        long sum = 0;
        for (Entry entry : entries) {
            sum += entry.amountSatang();
            text.line("D", detail(biller, entry, entry.paidAt(), "C", entry.amountSatang()));
        }
        long back = 0;
        for (Refund refund : refunds) {
            back += refund.amountSatang();
            text.line("D", detail(biller, refund.payment(), refund.completesAt(), "D", refund.amountSatang()));
        }
        text.line("T", digits(back, 13) + digits(refunds.size(), 6) + digits(sum, 13) + digits(entries.size(), 6));
        return text.file.toByteArray();
    }

    private static String detail(String biller, Entry entry, Instant at, String kind, long satang) {
        ZonedDateTime shown = at.atZone(Ledger.BANGKOK);
        return shown.format(DAY)
                + shown.format(TIME)
                + pad("ผู้ชำระเงินจำลอง", 50)
                + pad(entry.reference1(), 20)
                + pad(entry.reference2(), 20)
                + pad(entry.reference3(), 20)
                + "00010001"
                + kind
                + "TRF"
                + pad("", 7)
                + digits(satang, 13)
                + pad("", 3)
                // spare, with the cross-bank extension: biller ID and sending bank
                + pad("", 17)
                + biller
                + pad("", 32)
                + BANK;
    }

    private void line(String type, String rest) {
        lines++;
        String line = pad(type + digits(lines, 6) + BANK + account + rest, LENGTH) + "\r\n";
        file.writeBytes(line.getBytes(THAI));
    }

    private static String pad(String text, int length) {
        return String.format(Locale.ROOT, "%-" + length + "." + length + "s", text);
    }

    private static String digits(long number, int length) {
        return String.format(Locale.ROOT, "%0" + length + "d", number);
    }
}
