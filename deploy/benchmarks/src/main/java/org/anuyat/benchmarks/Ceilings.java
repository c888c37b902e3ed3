package org.anuyat.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.anuyat.benchmarks.platform.Database;
import org.anuyat.benchmarks.platform.Visitor;
import org.anuyat.benchmarks.report.Line;
import org.anuyat.benchmarks.report.Report;

/** What this machine gives at best, with the same load and in the same run. */
final class Ceilings {

    static final String OK = "ceiling: plain “ok”";
    static final String PAGE = "ceiling: Thymeleaf page with 20 fields";
    static final String SUBMIT = "ceiling: HTTP submit, 4 rows in one commit";

    private static final String ANSWERS = "{\"answers\": \"" + "x".repeat(2_000) + "\"}";

    private final Measurement measurement;
    private final Options options;

    Ceilings(Measurement measurement, Options options) {
        this.measurement = measurement;
        this.options = options;
    }

    void web(URI bare, HttpClient http, Report report) {
        Visitor nobody = new Visitor(http, bare);
        report.add(measurement.of(OK, 100, index -> nobody.fetch("/ok", 200), null, 0));
        report.add(measurement.of(PAGE, 100, index -> nobody.fetch("/page", 200), null, 0));
        report.add(measurement.of(
                SUBMIT, options.submissionRate(), index -> nobody.submit("/submit", Map.of("answers", ANSWERS), 200), null, 0));
    }

    /** The same four rows by pgbench, and signatures by OpenSSL; nothing where they aren't installed. */
    void programs(Database database, Path folder, Report report) {
        try {
            Path script = folder.resolve("pgbench.sql");
            Files.writeString(
                    script,
                    "begin;\n" + ("insert into bare_row (content) values ('" + ANSWERS + "');\n").repeat(4) + "commit;\n");
            List<String> pgbench = List.of(
                    "pgbench", "-n", "-f", script.toString(), "-c", "16", "-j", "2", "-T", "5", "-h", "localhost", "-p",
                    String.valueOf(database.port()), "-U", Database.USER, "anuyat");
            Programs.number(pgbench, Map.of("PGPASSWORD", database.password()), "tps = ([0-9.]+)")
                    .ifPresentOrElse(
                            tps -> report.add(new Line("ceiling: pgbench, the same 4 rows, 16 clients", 0, null, tps, null, 0)),
                            () -> report.note("pgbench is not installed (Debian: postgresql-contrib or postgresql)."));
            Programs.rsa3072()
                    .ifPresentOrElse(
                            perSecond -> report.add(new Line("ceiling: RSA-3072 signatures, one core", 0, null, perSecond, null, 0)),
                            () -> report.note("openssl is not installed."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
