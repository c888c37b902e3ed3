package org.anuyat.signing.verifier.report;

import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Prints what was checked as a table, one line each. */
public final class Table {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("Asia/Bangkok"));

    private final Texts texts;

    /** Prints in the language of the texts. */
    public Table(Texts texts) {
        this.texts = texts;
    }

    /**
     * Prints.
     *
     * @param hints what the auditor may do about it
     */
    public void print(List<Checked> all, List<Checked.Finding> hints, PrintStream out) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                texts.of("verifier.column.outcome"),
                texts.of("verifier.column.subject"),
                texts.of("verifier.column.signer"),
                texts.of("verifier.column.at"),
                texts.of("verifier.column.reasons")));
        all.forEach(checked -> rows.add(row(checked)));
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        rows.forEach(row -> {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        });
        rows.forEach(row -> {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - width(row.get(i)) + 2));
            }
            out.println(line.toString().stripTrailing());
        });
        long valid = all.stream().filter(one -> one.outcome() == Outcome.VALID).count();
        long invalid = all.stream().filter(one -> one.outcome() == Outcome.INVALID).count();
        out.println();
        out.println(texts.of("verifier.sum", all.size(), valid, invalid, all.size() - valid - invalid));
        if (all.stream().anyMatch(Checked::demonstration)) {
            out.println(texts.of("signing.demonstration"));
        }
        hints.forEach(hint -> out.println(texts.of(hint)));
    }

    private List<String> row(Checked checked) {
        return List.of(
                texts.of(checked.outcome()),
                harmless(checked.subject()),
                harmless(checked.signer()),
                checked.at() == null ? "" : TIME.format(checked.at()),
                checked.reasons().stream().map(texts::of).collect(Collectors.joining(" ")));
    }

    /** Names of files and certificates may hold anything, commands to the terminal included. */
    private static String harmless(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    /** Columns that a text takes: Thai vowels and tone marks above and below take none. */
    private static int width(String text) {
        return (int) text.codePoints()
                .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
                .count();
    }
}
