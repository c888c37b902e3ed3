package org.anuyat.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anuyat.benchmarks.load.Load;
import org.anuyat.benchmarks.platform.Child;
import org.anuyat.benchmarks.platform.Database;
import org.anuyat.benchmarks.platform.Visitor;
import org.anuyat.benchmarks.report.Line;
import org.anuyat.benchmarks.report.Report;
import org.anuyat.benchmarks.scenario.DraftMaker;
import org.anuyat.benchmarks.scenario.DraftMaker.Prepared;
import org.anuyat.benchmarks.scenario.Submission;

/** The load run as a whole: prepares, measures, prints. The script {@code run} starts it. */
public final class Benchmarks {

    private static final String PASSWORD = "anuyat-demo";
    private static final int SESSIONS = 24;
    private static final int PERMITS = 50_000;
    private static final int WARM_UP_SUBMISSIONS = 150;
    private static final int MOST_SUBMISSIONS = 200;
    private static final Duration MOST_SETTLING = Duration.ofMinutes(5);
    private static final String WAITING_DOCUMENTS =
            "select count(*) from application a where not exists (select 1 from acknowledgement k where k.application_id = a.id)";

    private final Options options;
    private final Path folder;
    private final Processes processes;
    private final Report report = new Report(Benchmarks::say);
    private final Measurement measurement;
    private final double loadBefore = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(Load.EXECUTOR).build();

    private Benchmarks(Options options, Path folder, Processes processes) {
        this.options = options;
        this.folder = folder;
        this.processes = processes;
        this.measurement = new Measurement(options);
    }

    /** @param arguments the libraries' folder, the working folder, then what {@code --help} names */
    public static void main(String[] arguments) throws IOException {
        Path libraries = Path.of(arguments[0]);
        Path folder = Path.of(arguments[1]);
        Options options = Options.of(Stream.of(arguments).skip(2).toArray(String[]::new));
        Benchmarks run = new Benchmarks(options, folder, new Processes(libraries, folder));
        if (options.payments()) {
            new PaymentsRun(options, folder, run.processes, run.measurement, run.report).all();
        } else {
            run.all();
        }
        String result = run.machine() + "\n" + run.report.text();
        Files.writeString(folder.resolve("result.md"), result);
        System.out.println("\n" + result);
        System.exit(run.report.faultless() ? 0 : 1);
    }

    private void all() {
        say("starting the platform");
        try (Child platform = processes.platform(threads());
                Database database = processes.database()) {
            database.run("tasks.sql");
            database.run("permits.sql");
            database.run("bare.sql");
            database.update("vacuum analyze");
            ceilings(database);
            pages(platform.base(), database);
            submissions(platform.base(), database);
        }
    }

    private List<String> threads() {
        return options.threads() == 0 ? List.of() : List.of("--anuyat.jobs.threads=" + options.threads());
    }

    private void ceilings(Database database) {
        say("measuring the ceilings");
        Ceilings ceilings = new Ceilings(measurement, options);
        try (Child bare = processes.beside(
                "org.anuyat.benchmarks.ceiling.BareApplication", "/ok", "bare", database, List.of("--spring.config.name=bare"))) {
            ceilings.web(bare.base(), http, report);
        }
        ceilings.programs(database, folder, report);
    }

    private void pages(URI base, Database database) {
        say("signing in");
        List<Visitor> officers = signedIn(base, "/backoffice", "rap");
        say("measuring the pages");
        Visitor nobody = new Visitor(http, base);
        report.add(measurement.of(
                "verification page by token", 100, index -> nobody.fetch("/verify/benchmark-%012d".formatted(1 + index * 7919L % PERMITS), 200),
                Ceilings.PAGE, 50));
        String search = "/backoffice/tasks?q=" + URLEncoder.encode("สมชาย แสงทอง", StandardCharsets.UTF_8);
        List<String> lists = List.of("/backoffice/tasks", "/backoffice/tasks?kind=register&sort=due", "/backoffice/tasks?overdue=true");
        report.add(measurement.of(
                "officer list, 100,000 open tasks: page, order, filter", 30,
                index -> officers.get(index % SESSIONS).fetch(lists.get(index % lists.size()), 200), Ceilings.PAGE, 0));
        report.add(measurement.of(
                "officer list, 100,000 open tasks: search by Thai name", 30,
                index -> officers.get(index % SESSIONS).fetch(search, 200), Ceilings.PAGE, 0));
    }

    private void submissions(URI base, Database database) {
        say("filling in an application");
        List<Visitor> citizens = signedIn(base, "/applications", "somchai");
        DraftMaker maker = new DraftMaker(citizens.get(0), database, Processes.CONFIRMATION_KEY);
        String draft = maker.fill();
        int measured = (int) (options.submissionRate() * options.seconds());
        say("copying it");
        List<Prepared> drafts = maker.copies(draft, WARM_UP_SUBMISSIONS + measured + MOST_SUBMISSIONS);
        String page = "/applications/drafts/" + draft + "/pages/premises";
        say("measuring the form");
        report.add(measurement.of(
                "form page of a draft, signed in", 50, index -> citizens.get(index % SESSIONS).fetch(page, 200), Ceilings.PAGE, 0));
        say("measuring submissions");
        Submission submission = new Submission(citizens, drafts);
        Measurement.requireRight("warm-up of submissions", submission.asMuchAsGoes(4, WARM_UP_SUBMISSIONS));
        settle(database);
        Submission.Measured steady = submission.atRate(options.submissionRate(), measured);
        long waiting = database.count(WAITING_DOCUMENTS);
        double settled = settle(database);
        Load.Outcome most = submission.asMuchAsGoes(Measurement.AT_ONCE, MOST_SUBMISSIONS);
        requireMade(database, steady.whole().times().answers() + most.times().answers());
        report.add(new Line("submission: upload of 200 KB", options.submissionRate(), steady.upload(), 0, null, 0));
        report.add(new Line("submission: confirmation", options.submissionRate(), steady.confirmation(), 0, null, 300));
        report.add(new Line(
                "submission: both", options.submissionRate(), steady.whole().times(), most.perSecond(), Ceilings.SUBMIT, 300));
        report.note("Right after the %d submissions %d acknowledgements (PDF) waited to be typeset by the engine's jobs, which had begun all procedures and made the last one %.0f seconds later."
                .formatted(measured, waiting, settled));
    }

    /** A redirection is an answer, but only an application in the database is a submission. */
    private static void requireMade(Database database, long answered) {
        long made = database.count("select count(*) from application") - WARM_UP_SUBMISSIONS;
        if (made < answered) {
            throw new IllegalStateException("%d submissions were answered, %d applications made".formatted(answered, made));
        }
    }

    /** Waits until the documents of earlier submissions are made; returns after how many seconds they were. */
    private static double settle(Database database) {
        long begun = System.nanoTime();
        while (database.count(WAITING_DOCUMENTS) > 0) {
            if (System.nanoTime() - begun > MOST_SETTLING.toNanos()) {
                throw new IllegalStateException("the acknowledgements were not made within " + MOST_SETTLING);
            }
            pause(1);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private List<Visitor> signedIn(URI base, String path, String username) {
        return IntStream.range(0, SESSIONS).mapToObj(i -> new Visitor(http, base).signedIn(path, username, PASSWORD)).toList();
    }

    private String machine() {
        return "%s, Java %s, %d processors, load before the run %.1f, %s, %d s at a rate, median of %d rounds with %d at once%n".formatted(
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.MINUTES),
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                loadBefore,
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                options.seconds(),
                options.rounds(),
                Measurement.AT_ONCE);
    }

    static void say(String what) {
        System.err.printf(Locale.ROOT, "%s %s%n", LocalTime.now(Clock.systemDefaultZone()).truncatedTo(ChronoUnit.SECONDS), what);
    }

    static void pause(int seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
