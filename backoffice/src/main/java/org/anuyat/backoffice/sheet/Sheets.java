package org.anuyat.backoffice.sheet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.anuyat.workflow.thai.BuddhistDate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Writes lists as CSV or XLSX while they are read, row by row. No cell is taken for a formula. */
@Component
public class Sheets {

    /** Most rows of a list that is read part by part. */
    public static final int MOST = 50_000;

    private final Clock clock;

    Sheets(Clock clock) {
        this.clock = clock;
    }

    /** The rows of a list, handed over one after the other. */
    @FunctionalInterface
    public interface Rows {

        /** Hands each row over, as the texts of its cells. */
        void forEach(Consumer<List<String>> row);

        /**
         * The rows of a list that is read part by part, at most {@value #MOST}.
         *
         * @param size of a part
         * @param part reads the part of a number, from 0
         */
        static <T> Rows of(int size, IntFunction<List<T>> part, Function<T, List<String>> cells) {
            return row -> {
                List<T> entries;
                int number = 0;
                do {
                    entries = part.apply(number++);
                    entries.forEach(entry -> row.accept(cells.apply(entry)));
                } while (entries.size() == size && number * size < MOST);
            };
        }
    }

    /**
     * Answers with a file.
     *
     * @param ending csv or xlsx
     * @param name of the file, before the day
     * @param title of the sheet
     */
    public void answer(
            HttpServletResponse response, String ending, String name, String title, List<String> heads, Rows rows)
            throws IOException {
        if (ending.equals("xlsx")) {
            xlsx(response, name, title, heads, rows);
        } else {
            csv(response, name, heads, rows);
        }
    }

    private void csv(HttpServletResponse response, String name, List<String> heads, Rows rows) throws IOException {
        send(response, "text/csv;charset=UTF-8", name, "csv");
        Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        // without the mark Excel reads Thai as gibberish
        writer.write('\uFEFF');
        CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(heads);
        rows.forEach(cells -> {
            try {
                printer.printRecord(cells.stream().map(PlainCell::of).toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        printer.flush();
    }

    private void xlsx(HttpServletResponse response, String name, String title, List<String> heads, Rows rows)
            throws IOException {
        send(response, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name, "xlsx");
        try (Workbook workbook = new Workbook(response.getOutputStream(), "Anuyat", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(title);
            write(sheet, 0, heads);
            int[] row = {0};
            rows.forEach(cells -> write(sheet, ++row[0], cells));
            sheet.freezePane(0, 1);
        }
    }

    /** Sortable in a spreadsheet, at the wall clock of Thailand. */
    public static String time(Instant instant) {
        LocalDateTime at = instant.atZone(BuddhistDate.ZONE).toLocalDateTime();
        return "%d-%02d-%02d %02d:%02d"
                .formatted(at.getYear(), at.getMonthValue(), at.getDayOfMonth(), at.getHour(), at.getMinute());
    }

    /** As {@link #time}, the day alone. */
    public static String day(Instant instant) {
        return instant.atZone(BuddhistDate.ZONE).toLocalDate().toString();
    }

    /** Cells of text: a spreadsheet takes none of them for a formula. */
    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(row, column, cells.get(column));
        }
    }

    private void send(HttpServletResponse response, String type, String name, String ending) {
        String day = clock.instant().atZone(BuddhistDate.ZONE).toLocalDate().toString();
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "-" + day + "." + ending + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
