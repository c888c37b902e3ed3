package org.anuyat.benchmarks.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.anuyat.benchmarks.load.Load;
import org.anuyat.benchmarks.load.Times;
import org.anuyat.benchmarks.platform.Visitor;
import org.anuyat.benchmarks.scenario.DraftMaker.Prepared;

/** The last document, 200 KB, and the confirm button with the one-time code: each draft once. */
public final class Submission {

    private static final int ATTACHMENT = 200 * 1024;

    private final List<Visitor> sessions;
    private final List<Prepared> drafts;
    private final Specimen specimen = Specimen.ofBytes(ATTACHMENT);
    private final AtomicInteger used = new AtomicInteger();

    /** What came of it: the whole and its two requests. */
    public record Measured(Load.Outcome whole, Times upload, Times confirmation) {}

    public Submission(List<Visitor> sessions, List<Prepared> drafts) {
        this.sessions = sessions;
        this.drafts = drafts;
    }

    /** So many a second, whatever comes of it. */
    public Measured atRate(double perSecond, int count) {
        Times upload = new Times();
        Times confirmation = new Times();
        return new Measured(Load.atRate(perSecond, count, index -> submit(upload, confirmation)), upload, confirmation);
    }

    /** As many as go. */
    public Load.Outcome asMuchAsGoes(int atOnce, int count) {
        return Load.asMuchAsGoes(atOnce, Duration.ofMinutes(2), count, index -> submit(new Times(), new Times()));
    }

    private CompletableFuture<?> submit(Times upload, Times confirmation) {
        int number = used.getAndIncrement();
        if (number >= drafts.size()) {
            return CompletableFuture.failedFuture(new IllegalStateException("no draft is left"));
        }
        Prepared draft = drafts.get(number);
        Visitor citizen = sessions.get(number % sessions.size());
        String path = "/applications/drafts/" + draft.id();
        long begin = System.nanoTime();
        return citizen.upload(path + "/documents/" + DraftMaker.MEASURED_DOCUMENT, "หลักฐานการใช้อาคาร.pdf", specimen.copy(number), 302)
                .thenCompose(done -> {
                    long uploaded = System.nanoTime();
                    upload.answered(uploaded - begin);
                    // each attached file makes a new version of the draft, and the version that was looked at is what is confirmed
                    Map<String, String> fields = Map.of("version", String.valueOf(draft.version() + 1), "code", KnownCodes.CODE);
                    return citizen.submit(path + "/confirm", fields, 302)
                            .thenRun(() -> confirmation.answered(System.nanoTime() - uploaded));
                });
    }
}
