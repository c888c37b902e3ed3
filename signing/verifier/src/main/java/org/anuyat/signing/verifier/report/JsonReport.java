package org.anuyat.signing.verifier.report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes what was checked as JSON, with everything that was found out. */
public final class JsonReport {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonReport() {}

    /**
     * Writes it.
     *
     * @param command what was checked: documents, audit or token
     * @param trusted SHA-256 fingerprints of the trust anchors
     */
    public static void write(Path file, String command, Instant at, List<String> trusted, List<Checked> all) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("command", command);
        report.put("checkedAt", at.toString());
        report.put("trusted", trusted);
        report.put("outcome", Outcome.of(all));
        report.put("results", all.stream().map(JsonReport::result).toList());
        JSON.writeValue(file.toFile(), report);
    }

    private static Map<String, Object> result(Checked checked) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("subject", checked.subject());
        result.put("outcome", checked.outcome());
        result.put("reasons", checked.reasons().stream().map(Checked.Finding::code).toList());
        result.put("reasonsTh", checked.reasons().stream().map(Texts.TH::of).toList());
        result.put("reasonsEn", checked.reasons().stream().map(Texts.EN::of).toList());
        result.put("demonstration", checked.demonstration());
        result.put("details", checked.details());
        return result;
    }
}
