package org.anuyat.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.anuyat.benchmarks.load.Load;
import org.anuyat.benchmarks.load.Posts;
import org.anuyat.benchmarks.payments.Calls;
import org.anuyat.benchmarks.payments.DayFile;
import org.anuyat.benchmarks.payments.PaymentCodes;
import org.anuyat.benchmarks.platform.Child;
import org.anuyat.benchmarks.platform.Database;
import org.anuyat.benchmarks.platform.Garbage;
import org.anuyat.benchmarks.report.Line;
import org.anuyat.benchmarks.report.Report;

/** The payments adapter: codes, banks' calls, an end-of-day file. The platform beside it holds the database and the make-believe bank. */
final class PaymentsRun {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static final String SECRET = "the-load-runs-own-secret";
    private static final String INSERT = "ceiling: pgbench, the same insert in a commit, 16 clients";
    private static final String COPY = "ceiling: COPY of the same rows, records";
    private static final double CALLS_PER_SECOND = 500;
    private static final int MOST_SECONDS = 900;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final int LEAST_WARM_UPS = 4;
    private static final int MOST_WARM_UPS = 12;
    private static final double SETTLED = 1.05;

    private final Options options;
    private final Path folder;
    private final Processes processes;
    private final Measurement measurement;
    private final Report report;
    private final String paidAt =
            Clock.system(BANGKOK).instant().atZone(BANGKOK).withNano(0).toOffsetDateTime().toString();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(Load.EXECUTOR).build();

    PaymentsRun(Options options, Path folder, Processes processes, Measurement measurement, Report report) {
        this.options = options;
        this.folder = folder;
        this.processes = processes;
        this.measurement = measurement;
        this.report = report;
    }

    void all() {
        Benchmarks.say("measuring payment codes");
        new PaymentCodes(options.rounds(), options.roundSeconds()).measure(report);
        Benchmarks.say("starting the platform and the adapter");
        try (Child platform = processes.platform(List.of(
                        "--anuyat.payments.work=false",
                        // as docs/operations.md advises for large files
                        "--anuyat.database.settings.shared_buffers=1GB",
                        "--anuyat.database.settings.max_wal_size=8GB",
                        "--anuyat.sandbox-bank.application-secret=" + SECRET,
                        "--anuyat.sandbox-bank.callback-secret=" + SECRET));
                Database database = processes.database()) {
            try (Child taker = adapter(platform, database, "taker", "--anuyat.payments.work=false")) {
                prepareCalls(database);
                calls("banks' calls stored before they are answered", taker, 1);
                // what is left would disturb the next measurement
                database.update("update payments.callback set state = 'NOT_CONFIRMED' where state = 'WAITING'");
            }
            try (Child adapter = adapter(platform, database, "adapter", "--anuyat.payments.work=true")) {
                calls("the same while those before are confirmed and posted", adapter, 1 + Calls.BILLS / 2);
                confirmed(database);
                file(adapter, database);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Child adapter(Child platform, Database database, String name, String work) {
        return processes.beside("org.anuyat.benchmarks.payments.AdapterApplication", "/ok", name, database, List.of(
                work,
                // the bound of 2,000 a bank would be met in good seconds
                "--anuyat.payments.callbacks-per-second=100000",
                "--anuyat.payments.agencies.TYM.biller-id=099400099999200",
                "--anuyat.payments.agencies.TYM.bank=sandbox",
                "--anuyat.payments.agencies.TYM.other-banks.files=" + DayFile.ACCOUNT,
                "--anuyat.payments.banks.sandbox.base-url=" + platform.base() + "/sandbox-bank/v1",
                "--anuyat.payments.banks.sandbox.application-key=anuyat",
                "--anuyat.payments.banks.sandbox.application-secret=" + SECRET,
                "--anuyat.payments.banks.sandbox.callback-secret=" + SECRET,
                "--anuyat.payments.banks.files.adapter=generic",
                "--anuyat.payments.banks.files.code=" + DayFile.BANK,
                "--anuyat.payments.banks.files.dialect.inquiry=none",
                "--anuyat.payments.banks.files.callback-secret=" + SECRET));
    }

    private void prepareCalls(Database database) throws IOException {
        Benchmarks.say("preparing calls");
        database.run("bills.sql");
        database.texts("select bench_bills('1', ?)", Calls.BILLS);
        database.update("insert into sandbox_bank.ticket values ('00000000-0000-0000-0000-000000000001', 'NORMAL', now())");
        database.update(
                """
                insert into sandbox_bank.payment
                select 'BENCH' || lpad(i::text, 8, '0'), '00000000-0000-0000-0000-000000000001', '099400099999200', '1' || lpad(i::text, 11, '0'),
                       '20991231', '', 10000, cast(? as timestamptz) from generate_series(1, ?) i
                """,
                paidAt,
                Calls.BILLS);
        database.update("create table bare_callback (like payments.callback including all)");
        database.update("vacuum analyze");
        ceiling(Calls.body(1, paidAt), database);
    }

    private void calls(String name, Child adapter, int first) {
        try (Posts bank = new Posts(adapter.base().resolve("/payments/callbacks/sandbox/" + SECRET))) {
            Calls calls = new Calls(bank, paidAt, first);
            Benchmarks.say("warming up");
            warmUp(name, calls);
            Benchmarks.say("measuring calls");
            Line line = measurement.of(name, CALLS_PER_SECOND, calls, INSERT, 0);
            report.add(line);
            double p99 = Objects.requireNonNull(line.times()).millis(99);
            report.note(
                    "Aim for “%s”: p99 below 100 ms at 500 a second: **%s** (%,.0f ms).".formatted(name, p99 < 100 ? "reached" : "missed", p99));
        }
    }

    /** The adapter runs for weeks: until its compiler has little left to do, which is when no more calls are taken than in the rounds before. */
    private void warmUp(String name, Calls calls) {
        double first = 0;
        double best = 0;
        for (int round = 0; round < MOST_WARM_UPS; round++) {
            double perSecond = Load.asMuchAsGoes(Measurement.AT_ONCE, WARM_UP, Integer.MAX_VALUE, calls).perSecond();
            first = round == 0 ? perSecond : first;
            if (round >= LEAST_WARM_UPS && perSecond < best * SETTLED) {
                break;
            }
            best = Math.max(best, perSecond);
        }
        report.note("“%s”: %,.0f a second in the first %d seconds after its start, %,.0f when it was warmed up.".formatted(
                name, first, WARM_UP.toSeconds(), best));
    }

    /** The same row in a commit of its own. */
    private void ceiling(String body, Database database) throws IOException {
        Path script = folder.resolve("callback.sql");
        Files.writeString(
                script,
                "insert into bare_callback (bank, received_at, remote_address, body, next_try) values ('sandbox', now(), '127.0.0.1', convert_to('"
                        + body.strip() + "', 'UTF8'), now());\n");
        List<String> pgbench = List.of(
                "pgbench", "-n", "-f", script.toString(), "-c", "16", "-j", "2", "-T", "8", "-h", "localhost", "-p",
                String.valueOf(database.port()), "-U", Database.USER, "anuyat");
        Programs.number(pgbench, Map.of("PGPASSWORD", database.password()), "tps = ([0-9.]+)")
                .ifPresentOrElse(
                        tps -> report.add(new Line(INSERT, 0, null, tps, null, 0)),
                        () -> report.note("pgbench is not installed (Debian: postgresql-contrib or postgresql)."));
    }

    /** What the load left behind is asked about and posted meanwhile and afterwards. */
    private void confirmed(Database database) {
        String waiting = "select count(*) from payments.callback where state = 'WAITING'";
        long left = database.count(waiting);
        long before = database.count("select count(*) from payments.bank_payment");
        Benchmarks.pause(5);
        double perSecond = (database.count("select count(*) from payments.bank_payment") - before) / 5.0;
        report.note("Right after them %,d calls waited for the bank's confirmation; then %,.0f a second were confirmed (one inquiry each) and posted."
                .formatted(left, perSecond));
        database.update("update payments.callback set state = 'NOT_CONFIRMED' where state = 'WAITING'");
        Benchmarks.pause(3);
    }

    private void file(Child adapter, Database database) throws IOException {
        Benchmarks.say("preparing the end-of-day file");
        int records = options.records();
        LocalDate day = LocalDate.ofInstant(Clock.systemUTC().instant(), BANGKOK).minusDays(1);
        Path file = folder.resolve("day.txt");
        DayFile.write(file, day, records);
        database.texts("select bench_bills('2', ?)", records);
        database.update("vacuum analyze");
        Benchmarks.say("measuring the end-of-day file");
        Garbage garbage = new Garbage(adapter, processes.gcLog("adapter"));
        long idle = garbage.idle();
        long begin = System.nanoTime();
        HttpResponse<String> answer = send(adapter, file);
        double read = seconds(begin);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the file was answered " + answer.statusCode() + ": " + answer.body());
        }
        awaitPosted(database, begin);
        double posted = seconds(begin);
        long above = garbage.most() - idle;
        long paid = database.count("select count(*) from payments.bill join payments.bill_standing on bill_id = id where state = 'PAID' and reference1 like '2%'");
        if (paid != records) {
            throw new IllegalStateException("%d of %d records settled their bill".formatted(paid, records));
        }
        copy(database, records);
        report.add(new Line("end-of-day file: read, records", 0, null, records / read, COPY, 0));
        report.add(new Line("end-of-day file: read, matched and posted, records", 0, null, records / posted, COPY, 0));
        report.note("A file of %,d records: read in %.1f s, posted in %.1f s altogether; aim below 60 s for 1,000,000: **%s**.".formatted(
                records, read, posted, posted * 1_000_000 / records < 60 ? "reached" : "missed"));
        report.note("Heap of the adapter meanwhile, after collections: at most %,d MB above the %,d MB of an idle one; aim below 256 MB: **%s**.".formatted(
                above, idle, above < 256 ? "reached" : "missed"));
    }

    private HttpResponse<String> send(Child adapter, Path file) throws IOException {
        try {
            return http.send(
                    HttpRequest.newBuilder(adapter.base().resolve("/payments/callbacks/files/" + SECRET + "/day-files"))
                            .header("Content-Type", "application/octet-stream")
                            .POST(BodyPublishers.ofFile(file))
                            .build(),
                    BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void awaitPosted(Database database, long begin) {
        while (database.count("select count(*) from payments.day_file_part") > 0) {
            if (seconds(begin) > MOST_SECONDS) {
                throw new IllegalStateException("the file wasn't posted within " + MOST_SECONDS + " s");
            }
            Benchmarks.pause(1);
        }
    }

    /** The file's rows into a table with nothing but their key, by PostgreSQL itself. */
    private void copy(Database database, int records) throws IOException {
        Path rows = folder.resolve("rows.txt");
        database.copyOut("copy (select file_id, line, credit, biller_id, reference1, reference2, amount_satang, paid_at, paid_on,"
                + " 'นางสาวสมหญิง รักดี' from payments.day_file_line) to stdout", rows);
        database.update("create table bare_line (file_id uuid, line integer, credit boolean, biller_id text, reference1 text, reference2 text,"
                + " amount_satang bigint, paid_at timestamptz, paid_on date, customer text, primary key (file_id, line))");
        long begin = System.nanoTime();
        database.copyIn("copy bare_line from stdin", rows);
        report.add(new Line(COPY, 0, null, records / seconds(begin), null, 0));
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
