package org.anuyat.signing.verifier.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anuyat.workflow.documents.DocumentSource;
import org.anuyat.workflow.documents.Typesetter;
import org.jspecify.annotations.Nullable;

/** Writes what was checked as a PDF document (PDF/A-3a, PDF/UA-1), in Thai with English beside it. */
public final class PdfReport {

    private static final int MOST_ROWS = 2_000;
    /** The typesetter takes a million characters and 300 pages; this leaves room for tags and for what is above the table. */
    private static final int MOST_CHARACTERS = 400_000;

    private static final int MOST_LINES = 9_000;
    private static final int CHARACTERS_OF_A_LINE = 22;

    private PdfReport() {}

    /**
     * Writes it: what isn't valid first, and as many results as a document of bounded length holds. The rest is left to the JSON.
     *
     * @param trusted names and fingerprints of the trust anchors
     */
    public static void write(Path file, String command, Instant at, List<String> trusted, List<Checked> all) {
        List<Map<String, @Nullable Object>> shown = rows(all);
        DocumentSource source = DocumentSource.of(template(), Texts.TH.of("verifier.report.title"))
                .data("titleTh", Texts.TH.of("verifier.report.title"))
                .data("titleEn", Texts.EN.of("verifier.report.title"))
                .data("whatTh", Texts.TH.of("verifier.report." + command))
                .data("whatEn", Texts.EN.of("verifier.report." + command))
                .data("at", at)
                .data("atUtc", at.toString())
                .data("outcomeTh", Texts.TH.of(Outcome.of(all)))
                .data("outcomeEn", Texts.EN.of(Outcome.of(all)))
                .data("count", all.size())
                .data("valid", count(all, Outcome.VALID))
                .data("invalid", count(all, Outcome.INVALID))
                .data("unknown", count(all, Outcome.UNKNOWN))
                .data("left", all.size() > shown.size() ? all.size() - shown.size() : null)
                .data("demonstration", all.stream().anyMatch(Checked::demonstration) ? Boolean.TRUE : Boolean.FALSE)
                .data("trusted", trusted)
                .data("rows", shown)
                .build();
        try {
            Files.write(file, new Typesetter(Clock.fixed(at, ZoneOffset.UTC)).typeset(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long count(List<Checked> all, Outcome outcome) {
        return all.stream().filter(one -> one.outcome() == outcome).count();
    }

    private static List<Map<String, @Nullable Object>> rows(List<Checked> all) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        int characters = 0;
        int lines = 0;
        for (Checked checked : all.stream()
                .sorted((one, other) -> other.outcome().compareTo(one.outcome()))
                .limit(MOST_ROWS)
                .toList()) {
            Map<String, @Nullable Object> row = row(checked);
            String text = row.toString();
            characters += text.length();
            lines += 2 + text.length() / CHARACTERS_OF_A_LINE;
            if (!rows.isEmpty() && (characters > MOST_CHARACTERS || lines > MOST_LINES)) {
                break;
            }
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, @Nullable Object> row(Checked checked) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("subject", printable(checked.subject()));
        row.put("outcomeTh", Texts.TH.of(checked.outcome()));
        row.put("outcomeEn", Texts.EN.of(checked.outcome()));
        row.put("signer", printable(checked.signer()));
        row.put("signedAt", checked.at());
        row.put(
                "reasons",
                checked.reasons().stream()
                        .map(reason -> Map.of("th", Texts.TH.of(reason), "en", Texts.EN.of(reason)))
                        .toList());
        return row;
    }

    /** The fonts have Thai and Latin letters; of names in other writings the code points are shown. */
    private static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(point -> {
            boolean thai = point >= 0x0e01 && point <= 0x0e5b;
            boolean latin = point >= 0x20 && point <= 0x7e || point >= 0xa0 && point <= 0xff || point == 0x2013;
            if (thai || latin) {
                printable.appendCodePoint(point);
            } else {
                printable.append("U+%04X ".formatted(point));
            }
        });
        return printable.toString();
    }

    private static String template() {
        try (InputStream in = PdfReport.class.getResourceAsStream("/org/anuyat/signing/verifier/report.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
