package org.anuyat.signing.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.anuyat.signing.api.validation.Reason;
import org.anuyat.signing.api.validation.SignatureFinding;
import org.anuyat.signing.api.validation.ValidationOrder;
import org.anuyat.signing.api.validation.ValidationReport;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.signing.validation.Examination;
import org.anuyat.signing.verifier.report.Checked;
import org.anuyat.signing.verifier.report.Outcome;

/** Examines one file within a time limit. */
final class DocumentCheck {

    private final Examination examination;
    private final Instant at;
    private final boolean etsi;
    private final long largest;
    private final Duration limit;

    DocumentCheck(Examination examination, Instant at, boolean etsi, long largest, Duration limit) {
        this.examination = examination;
        this.at = at;
        this.etsi = etsi;
        this.largest = largest;
        this.limit = limit;
    }

    /** The result on a file; a hostile one gets a result too. */
    Checked check(Path file) throws InterruptedException {
        byte[] bytes;
        try {
            if (Files.size(file) > largest) {
                return told(file, unexaminable(Reason.TOO_LARGE, ""));
            }
            bytes = Files.readAllBytes(file);
        } catch (OutOfMemoryError e) {
            return told(file, unexaminable(Reason.TOO_LARGE, ""));
        } catch (IOException e) {
            return new Checked(
                    file.toString(),
                    Outcome.UNKNOWN,
                    List.of(new Checked.Finding("verifier.file.unreadable")),
                    "",
                    null,
                    false,
                    Map.of("problem", e.toString()));
        }
        return told(file, report(bytes));
    }

    private ValidationReport report(byte[] bytes) throws InterruptedException {
        String sha256 = sha256(bytes);
        FutureTask<ValidationReport> task =
                new FutureTask<>(() -> examination.examine(new ValidationOrder(bytes, etsi), sha256, at));
        Thread thread = new Thread(task, "examination");
        // a thread that hangs in a file can't be stopped, but it won't keep the process
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return unexaminable(Reason.TOO_COMPLEX, sha256);
        } catch (ExecutionException e) {
            boolean exhausted = e.getCause() instanceof StackOverflowError || e.getCause() instanceof OutOfMemoryError;
            return unexaminable(exhausted ? Reason.TOO_COMPLEX : Reason.DAMAGED, sha256);
        }
    }

    private ValidationReport unexaminable(Reason reason, String sha256) {
        return new ValidationReport(reason.verdict(), List.of(reason), List.of(), sha256, at, false, null);
    }

    private static Checked told(Path file, ValidationReport report) {
        List<SignatureFinding> signatures = report.signatures();
        List<SignatureFinding> signed = signatures.stream()
                .filter(one -> one.kind() == SignatureFinding.Kind.SIGNATURE)
                .toList();
        SignatureFinding last = signed.isEmpty() ? null : signed.get(signed.size() - 1);
        return new Checked(
                file.toString(),
                outcome(report.verdict()),
                report.reasons().stream()
                        .map(reason -> new Checked.Finding("signing.reason." + reason))
                        .toList(),
                signed.stream().map(SignatureFinding::signer).collect(Collectors.joining(", ")),
                last == null ? null : last.provenAt() != null ? last.provenAt() : last.claimedAt(),
                report.demonstration(),
                report);
    }

    /** A permit without any signature is no permit, whatever it looks like. */
    private static Outcome outcome(Verdict verdict) {
        return switch (verdict) {
            case VALID -> Outcome.VALID;
            case INVALID, NO_SIGNATURE -> Outcome.INVALID;
            case INDETERMINATE -> Outcome.UNKNOWN;
        };
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
