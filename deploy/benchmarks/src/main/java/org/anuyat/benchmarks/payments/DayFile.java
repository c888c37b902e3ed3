package org.anuyat.benchmarks.payments;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** An end-of-day file in the Thai cross-bank layout: as many payments of 100.00 baht as asked for, each for a bill of its own. */
public final class DayFile {

    /** Code of the bank, and the agency's account there. */
    public static final String BANK = "030";
    public static final String ACCOUNT = "0300000001";

    private static final long SATANG = 10_000;
    private static final Charset THAI = Charset.forName("x-windows-874");

    private DayFile() {}

    /** Writes it; reference 1 of the payments is 200000000001 and so on. */
    public static void write(Path target, LocalDate day, int payments) throws IOException {
        String date = day.format(DateTimeFormatter.ofPattern("ddMMyyyy"));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 20)) {
            line(out, 'H', 1, "%-40s%s%-8s".formatted("เทศบาลเมืองตัวอย่าง", date, "BILLPAY"));
            for (int i = 1; i <= payments; i++) {
                int second = (int) (i * 86_000L / payments);
                line(out, 'D', i + 1, "%s%02d%02d%02d%-50s2%011d        %-20s%-20s00010001CCSH       %013d".formatted(
                        date, second / 3600, second / 60 % 60, second % 60, "นางสาวสมหญิง รักดี", i, "20991231", "", SATANG));
            }
            line(out, 'T', payments + 2, "%013d%06d%013d%06d".formatted(0, 0, SATANG * payments, payments));
        }
    }

    private static void line(OutputStream out, char type, int number, String rest) throws IOException {
        out.write("%-256s\r\n".formatted("%c%06d%s%s%s".formatted(type, number, BANK, ACCOUNT, rest)).getBytes(THAI));
    }
}
