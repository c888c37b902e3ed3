package org.anuyat.benchmarks.payments;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.anuyat.benchmarks.report.Line;
import org.anuyat.benchmarks.report.Report;
import org.anuyat.payments.service.qr.BillPaymentQr;
import org.anuyat.workflow.documents.barcode.QrCode;

/** Payment codes from the bill's particulars to the picture on its page, on one thread and counted in its processor time. */
public final class PaymentCodes {

    private static final String CEILING = "ceiling: ZXing's encoder alone, one core";
    private static final long WARM_UP = TimeUnit.SECONDS.toNanos(5);

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final int rounds;
    private final long round;

    /** @param seconds of each round */
    public PaymentCodes(int rounds, int seconds) {
        this.rounds = rounds;
        this.round = TimeUnit.SECONDS.toNanos(seconds);
    }

    public void measure(Report report) {
        report.add(new Line(CEILING, 0, null, perSecondAndCore(PaymentCodes::modules), null, 0));
        double codes = perSecondAndCore(PaymentCodes::picture);
        report.add(new Line("QR: payload and SVG, one core", 0, null, codes, CEILING, 0));
        report.note("Aim for QR codes: 20,000 a second and core: **%s** (%,.0f).".formatted(codes >= 20_000 ? "reached" : "missed", codes));
    }

    private static String payload(int index) {
        return new BillPaymentQr(
                        true, BillPaymentQr.Scheme.DOMESTIC, "099400099999200", "%012d".formatted(index), "20261205", 364_922L + index, null)
                .payload();
    }

    private static Object picture(int index) {
        return QrCode.of(payload(index)).svg("ใบแจ้งชำระเงิน");
    }

    private static final String[] PAYLOADS = IntStream.range(0, 1_000).mapToObj(PaymentCodes::payload).toArray(String[]::new);

    private static Object modules(int index) {
        try {
            return Encoder.encode(PAYLOADS[index % PAYLOADS.length], ErrorCorrectionLevel.M, Map.<EncodeHintType, Object>of());
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    private double perSecondAndCore(IntFunction<Object> work) {
        run(work, WARM_UP);
        double[] results = IntStream.range(0, rounds).mapToDouble(index -> run(work, round)).sorted().toArray();
        return results[results.length / 2];
    }

    private double run(IntFunction<Object> work, long nanos) {
        long begin = threads.getCurrentThreadCpuTime();
        int sink = 0;
        int done = 0;
        long spent = 0;
        while (spent < nanos) {
            for (int i = 0; i < 100; i++) {
                sink += work.apply(done++).hashCode();
            }
            spent = threads.getCurrentThreadCpuTime() - begin;
        }
        if (sink == 42) {
            // keeps the results in use, so that nobody may leave the work out
            System.err.print("");
        }
        return done * 1e9 / spent;
    }
}
