package org.anuyat.payments.service.dayfiles;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Reads the Thai cross-bank end-of-day file line by line in constant memory: a header {@code H}, details {@code D}, a trailer {@code T},
 * each of 256 bytes and CR LF, numbered from 1 without a gap. Offsets as in the layout that four public readers agree on; the bank's own
 * extensions in the spare area are left unread except for the biller ID.
 */
final class DayFileReader {

    private static final int LINE_WITH_END = FixedLine.LENGTH + 2;
    private static final int MOST_LINES = 999_999;

    private final InputStream in;
    private final Header header;
    private final Totals totals = new Totals();
    private int lines;
    private boolean ended;
    private long lastDigits = -1;
    private LocalDate lastDay = LocalDate.EPOCH;

    /**
     * Header of a file.
     *
     * @param bankCode three digits of the Bank of Thailand's list
     * @param account ten digits
     */
    record Header(String bankCode, String account, LocalDate effectiveOn) {}

    /**
     * Opens a file and reads its header.
     *
     * @throws MalformedDayFile when there is none
     */
    DayFileReader(InputStream in) throws IOException {
        this.in = in;
        FixedLine line = line().orElseThrow(() -> new MalformedDayFile(1, 1, "record type", "the file is empty"));
        if (line.type() != 'H') {
            throw line.wrong(0, "record type", "the first line must be H");
        }
        header = new Header(
                line.digits(7, 3, "bank code"), line.digits(10, 10, "company account"), line.day(60, "effective date"));
    }

    Header header() {
        return header;
    }

    /** Sums so far; those of the whole file after {@link #next} gave nothing. */
    Totals totals() {
        return totals;
    }

    /**
     * Reads the next detail; empty after the trailer, which has then been checked against all of them.
     *
     * @throws MalformedDayFile with line and column
     */
    Optional<DayRecord> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        FixedLine line = line().orElseThrow(
                () -> new MalformedDayFile(lines + 1, 1, "record type", "the file ends without a trailer T"));
        if (!line.hasDigits(7, header.bankCode(), "bank code")) {
            throw line.wrong(7, "bank code", "differs from the header's " + header.bankCode());
        }
        if (!line.hasDigits(10, header.account(), "company account")) {
            throw line.wrong(10, "company account", "differs from the header's " + header.account());
        }
        switch (line.type()) {
            case 'D' -> {
                DayRecord detail = detail(line);
                totals.add(detail);
                return Optional.of(detail);
            }
            case 'T' -> {
                totals.check(line);
                if (in.read() >= 0) {
                    throw new MalformedDayFile(lines + 1, 1, "record type", "nothing may follow the trailer T");
                }
                ended = true;
                return Optional.empty();
            }
            default -> throw line.wrong(0, "record type", "must be D or T");
        }
    }

    private DayRecord detail(FixedLine line) {
        long amount = line.number(163, 13, "amount");
        if (amount == 0) {
            throw line.wrong(163, "amount", "is zero");
        }
        char kind = line.letter(152);
        if (kind != 'C' && kind != 'D') {
            line.text(152, 1, "kind of transaction");
            throw line.wrong(152, "kind of transaction", "must be C or D");
        }
        String biller = line.text(196, 15, "biller ID");
        if (!isBillerId(biller)) {
            // other banks use this part of the spare area for something else
            biller = "";
        }
        return new DayRecord(
                line.number(),
                kind == 'C',
                biller,
                line.text(84, 20, "reference 1"),
                line.text(104, 20, "reference 2"),
                amount,
                LocalDateTime.of(day(line), line.time(28, "payment time")),
                line.text(34, 50, "customer name"));
    }

    private static boolean isBillerId(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() == 15;
    }

    /** Nearly all payments of a file are of one day. */
    private LocalDate day(FixedLine line) {
        long digits = line.number(20, 8, "payment date");
        if (digits != lastDigits) {
            lastDay = line.day(20, "payment date");
            lastDigits = digits;
        }
        return lastDay;
    }

    private Optional<FixedLine> line() throws IOException {
        byte[] bytes = new byte[LINE_WITH_END];
        int length = in.readNBytes(bytes, 0, LINE_WITH_END);
        if (length == 0) {
            return Optional.empty();
        }
        lines++;
        for (int i = 0; i < Math.min(length, FixedLine.LENGTH); i++) {
            if (bytes[i] == '\r' || bytes[i] == '\n') {
                throw new MalformedDayFile(lines, i + 1, "end of line", "the line has " + i + " bytes instead of 256");
            }
        }
        // the last line may lack its end
        boolean ends = length == FixedLine.LENGTH
                || length == LINE_WITH_END && bytes[256] == '\r' && bytes[257] == '\n';
        if (!ends) {
            throw new MalformedDayFile(
                    lines, Math.min(length, FixedLine.LENGTH) + 1, "end of line", "the line must have 256 bytes, then CR LF");
        }
        FixedLine line = new FixedLine(lines, bytes);
        if (lines > MOST_LINES || line.number(1, 6, "sequence") != lines) {
            throw line.wrong(1, "sequence", "must be " + String.format("%06d", lines));
        }
        return Optional.of(line);
    }
}
