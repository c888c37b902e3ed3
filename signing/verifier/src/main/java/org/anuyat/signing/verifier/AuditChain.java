package org.anuyat.signing.verifier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anuyat.signing.verifier.report.Checked;
import org.anuyat.signing.verifier.report.Checked.Finding;
import org.anuyat.signing.verifier.report.Outcome;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Walks an exported chain link by link. Written anew from the description of the format, not shared with the platform: two
 * programs that agree prove more than one.
 */
final class AuditChain {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ORIGIN = "0".repeat(64);
    private static final int MOST_FAULTS = 100;

    private final @Nullable String head;
    private final @Nullable String contains;
    private final List<Finding> faults = new ArrayList<>();
    private long lines;
    private long firstSeq;
    private long lastSeq;
    private String lastHash = ORIGIN;
    private String agency = "";
    private boolean contained;

    AuditChain(@Nullable String head, @Nullable String contains) {
        this.head = head;
        this.contains = contains;
    }

    /** Takes the next line of the file. */
    void add(String line) {
        lines++;
        JsonNode entry;
        JsonNode record;
        try {
            entry = JSON.readTree(line);
            record = JSON.readTree(entry.path("record").asString(""));
        } catch (JacksonException e) {
            fault("malformed", lines);
            return;
        }
        if (!entry.path("seq").isIntegralNumber()
                || !entry.path("hash").isString()
                || !entry.path("previousHash").isString()
                || !record.path("agency").isString()) {
            fault("malformed", lines);
            return;
        }
        long seq = entry.path("seq").asLong();
        String previous = entry.path("previousHash").asString();
        String hash = entry.path("hash").asString();
        if (!hash.equals(hash(previous, entry.path("record").asString()))) {
            fault("changed", seq);
        }
        if (record.path("seq").asLong(-1) != seq) {
            fault("differs", seq);
        }
        follow(seq, previous, record.path("agency").asString());
        contained |= hash.equalsIgnoreCase(contains);
        lastSeq = seq;
        lastHash = hash;
    }

    private void follow(long seq, String previous, String owner) {
        if (firstSeq == 0) {
            firstSeq = seq;
            agency = owner;
            if (seq == 1 && !previous.equals(ORIGIN)) {
                fault("link", seq);
            }
            return;
        }
        if (!owner.equals(agency)) {
            fault("agency", seq);
        }
        if (seq != lastSeq + 1) {
            fault("missing", seq);
        } else if (!previous.equals(lastHash)) {
            fault("link", seq);
        }
    }

    /** How many lines were taken. */
    long count() {
        return lines;
    }

    /** What it came to. */
    Checked result(String subject) {
        if (head != null && !head.equalsIgnoreCase(lastHash) || contains != null && !contained) {
            faults.add(new Finding("verifier.audit.head"));
        }
        Outcome outcome = faults.isEmpty() ? Outcome.VALID : Outcome.INVALID;
        List<Finding> reasons = new ArrayList<>(faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
        if (faults.size() > MOST_FAULTS) {
            reasons.add(new Finding("verifier.audit.more"));
        }
        if (lines == 0) {
            outcome = Outcome.UNKNOWN;
            reasons.add(new Finding("verifier.audit.empty"));
        } else if (firstSeq > 1) {
            outcome = outcome == Outcome.VALID ? Outcome.UNKNOWN : outcome;
            reasons.add(new Finding("verifier.audit.partial", firstSeq));
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("agency", agency);
        details.put("records", lines);
        details.put("first", firstSeq);
        details.put("last", lastSeq);
        details.put("head", lastHash);
        return new Checked(subject, outcome, reasons, agency, null, false, details);
    }

    private void fault(String code, long number) {
        if (faults.size() <= MOST_FAULTS) {
            faults.add(new Finding("verifier.audit." + code, number));
        }
    }

    private static String hash(String previous, String record) {
        try {
            byte[] text = (previous + "\n" + record).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
