package org.anuyat.signing.service.validation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.api.validation.DocumentValidation;
import org.anuyat.signing.api.validation.Reason;
import org.anuyat.signing.api.validation.ValidationOrder;
import org.anuyat.signing.api.validation.ValidationReport;
import org.anuyat.signing.service.OnlyHere;
import org.anuyat.signing.service.SigningSettings;
import org.anuyat.signing.validation.Examination;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Validates documents in this process, a few at a time and each within a time limit. */
@Component
@OnlyHere
class Validation implements DocumentValidation, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Validation.class);

    private final Examination examination;
    private final SigningSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private final ThreadPoolExecutor threads;
    private final AtomicInteger overdue = new AtomicInteger();

    Validation(Examination examination, SigningSettings settings, Clock clock, MeterRegistry meters) {
        this.examination = examination;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
        int size = settings.validation().threads();
        AtomicInteger number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                size,
                size,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(settings.validation().waiting()),
                task -> {
                    Thread thread = new Thread(task, "signing-validation-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        meters.gauge("anuyat.signing.validations.overdue", overdue);
    }

    @Override
    public ValidationReport validate(ValidationOrder order) {
        Timer.Sample sample = Timer.start(meters);
        String verdict = SigningProblem.BUSY.name();
        try {
            ValidationReport report = examine(order);
            verdict = report.verdict().name();
            return report;
        } finally {
            sample.stop(meters.timer("anuyat.signing.validate", "verdict", verdict));
        }
    }

    /** How many examinations have outrun their time and still hold a thread. */
    int overdue() {
        return overdue.get();
    }

    private ValidationReport examine(ValidationOrder order) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String sha256 = sha256(order.document());
        if (order.document().length > settings.largest().toBytes()) {
            return unexaminable(Reason.TOO_LARGE, sha256, now);
        }
        Task task = new Task(order, sha256, now);
        try {
            Future<ValidationReport> future = threads.submit(task::run);
            return await(future, task, sha256, now);
        } catch (RejectedExecutionException e) {
            throw new SigningRefusal(SigningProblem.BUSY, "Too many validations are waiting", e);
        }
    }

    private ValidationReport await(Future<ValidationReport> future, Task task, String sha256, Instant now) {
        try {
            return future.get(settings.validation().timeLimit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            boolean waited = !task.started;
            task.abandon();
            future.cancel(true);
            if (waited) {
                throw new SigningRefusal(SigningProblem.BUSY, "The validation found no thread in time", e);
            }
            LOG.warn("Examining the file with SHA-256 {} took too long", sha256);
            return unexaminable(Reason.TOO_COMPLEX, sha256, now);
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new SigningRefusal(SigningProblem.BUSY, "The service is stopping", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StackOverflowError || e.getCause() instanceof OutOfMemoryError) {
                LOG.warn("Examining the file with SHA-256 {} took too much memory", sha256);
                return unexaminable(Reason.TOO_COMPLEX, sha256, now);
            }
            LOG.warn("The file with SHA-256 {} can't be examined", sha256, e.getCause());
            return unexaminable(Reason.DAMAGED, sha256, now);
        }
    }

    private static ValidationReport unexaminable(Reason reason, String sha256, Instant now) {
        return new ValidationReport(reason.verdict(), List.of(reason), List.of(), sha256, now, false, null);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    /** One examination; Java can't stop a thread that loops, so it is counted until it ends. */
    private final class Task {

        private final ValidationOrder order;
        private final String sha256;
        private final Instant now;
        private volatile boolean started;
        private boolean ended;
        private boolean abandoned;

        Task(ValidationOrder order, String sha256, Instant now) {
            this.order = order;
            this.sha256 = sha256;
            this.now = now;
        }

        ValidationReport run() {
            started = true;
            try {
                return examination.examine(order, sha256, now);
            } finally {
                end();
            }
        }

        synchronized void abandon() {
            if (started && !ended) {
                abandoned = true;
                overdue.incrementAndGet();
            }
        }

        private synchronized void end() {
            ended = true;
            if (abandoned) {
                overdue.decrementAndGet();
            }
        }
    }
}
