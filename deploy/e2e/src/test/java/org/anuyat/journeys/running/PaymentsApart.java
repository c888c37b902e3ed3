package org.anuyat.journeys.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.anuyat.testing.TestPostgres;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The platform and the payments adapter as two processes with a database each, as docs/operations.md has it: the adapter's packaged jar, and
 * access tokens of the platform's own authorization server both ways. The make-believe bank is in the platform's process.
 */
public final class PaymentsApart implements AutoCloseable {

    /** A client whose tokens are for the adapter, but not for this. */
    public static final String READER = "reader";

    private static final String PACKAGE = "mvn -pl payments-adapter/service -am package";
    private static final String SECRET = "0123456789abcdef0123456789abcdef-of-";
    private static final String BANK_SECRET = "0123456789abcdef-of-the-make-believe-bank";
    private static final String BANGKOK_BANK = "bangkok";

    private final RunningApplication platform;
    private final ServerProcess adapter;
    private final URI adapterAddress;
    private final DriverManagerDataSource books;
    private final Path adapterFiles;

    /** Starts both. */
    public PaymentsApart() {
        int platformPort = RunningApplication.freePort();
        int adapterPort = RunningApplication.freePort();
        URI platformAddress = URI.create("http://localhost:" + platformPort);
        adapterAddress = URI.create("http://localhost:" + adapterPort);
        JdbcConnectionDetails database = TestPostgres.newDatabase();
        books = new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword());
        platform = RunningApplication.onThisMachine("payments-apart-platform", platformPort, platform(platformAddress));
        adapterFiles = newFolder();
        adapter = adapter(platformAddress, adapterPort, database, adapterFiles);
        adapter.start();
    }

    private Map<String, String> platform(URI address) {
        Map<String, String> settings = new HashMap<>();
        client(settings, "platform", "payments", "anuyat-payments");
        client(settings, "adapter", "payment-notices", "anuyat-payment-notices");
        client(settings, READER, "reading", "anuyat-payments");
        settings.put("anuyat.payments.url", adapterAddress.toString());
        settings.put("anuyat.payments.oauth2.token-uri", address + "/oauth2/token");
        settings.put("anuyat.payments.oauth2.client-id", "platform");
        settings.put("anuyat.payments.oauth2.client-secret", secret("platform"));
        settings.put("anuyat.payments.notices.http.oauth2.issuer", address.toString());
        settings.put("anuyat.sandbox-bank.application-secret", BANK_SECRET);
        settings.put("anuyat.sandbox-bank.callback-secret", BANK_SECRET);
        settings.put("anuyat.sandbox-bank.callback-url", adapterAddress + "/payments/callbacks/sandbox/" + BANK_SECRET);
        settings.put("anuyat.sandbox-bank.callback-tries", "1000");
        settings.put("anuyat.sandbox-bank.callback-pause", "1s");
        return settings;
    }

    private static void client(Map<String, String> settings, String name, String scope, String audience) {
        settings.put("anuyat.identity.services." + name + ".secret", secret(name));
        settings.put("anuyat.identity.services." + name + ".scopes", scope);
        settings.put("anuyat.identity.services." + name + ".audience", audience);
    }

    private static ServerProcess adapter(URI platform, int port, JdbcConnectionDetails database, Path files) {
        Map<String, String> settings = new HashMap<>();
        settings.put("server.port", String.valueOf(port));
        settings.put("spring.datasource.url", database.getJdbcUrl());
        settings.put("spring.datasource.username", database.getUsername());
        settings.put("spring.datasource.password", database.getPassword());
        settings.put("anuyat.payments.http.oauth2.issuer", platform.toString());
        settings.put("anuyat.payments.notices.url", platform.toString());
        settings.put("anuyat.payments.notices.oauth2.token-uri", platform + "/oauth2/token");
        settings.put("anuyat.payments.notices.oauth2.client-id", "adapter");
        settings.put("anuyat.payments.notices.oauth2.client-secret", secret("adapter"));
        settings.put("anuyat.payments.lease", "5s");
        settings.put("anuyat.payments.retry-first", "500ms");
        settings.put("anuyat.payments.retry-longest", "2s");
        settings.put("anuyat.payments.ask-again-every", "10s");
        settings.put("anuyat.payments.agencies.TYM.biller-id", "099400099999200");
        settings.put("anuyat.payments.agencies.TYM.bank", "sandbox");
        settings.put("anuyat.payments.agencies.TYM.account", "0099999200");
        settings.put("anuyat.payments.banks.sandbox.base-url", platform + "/sandbox-bank/v1");
        settings.put("anuyat.payments.banks.sandbox.application-key", "anuyat");
        settings.put("anuyat.payments.banks.sandbox.application-secret", BANK_SECRET);
        settings.put("anuyat.payments.banks.sandbox.callback-secret", BANK_SECRET);
        settings.put("anuyat.payments.banks.sandbox.dialect.refunds", "/payment/billpayment/refunds");
        // a bank that can't be asked: what it calls about is money when its file says so
        settings.put("anuyat.payments.agencies.TYM.other-banks." + BANGKOK_BANK, "0020000001");
        settings.put("anuyat.payments.banks." + BANGKOK_BANK + ".adapter", "bbl");
        settings.put("anuyat.payments.banks." + BANGKOK_BANK + ".code", "002");
        settings.put("anuyat.payments.banks." + BANGKOK_BANK + ".callback-secret", BANK_SECRET);
        settings.put("server.tomcat.basedir", files.toString());
        settings.put("server.tomcat.accesslog.enabled", "true");
        settings.put("server.tomcat.accesslog.pattern", "%s %m %U");
        settings.put("server.tomcat.accesslog.buffered", "false");
        List<String> command = new ArrayList<>(List.of(
                RunningApplication.java(), "-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar().toString()));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        return new ServerProcess(command, URI.create("http://localhost:" + port), Path.of("target", "payments-apart-adapter-" + port + ".log"));
    }

    /** What {@code mvn package} made, and not what it made of an older state. */
    private static Path jar() {
        Path target = Path.of("..", "..", "payments-adapter", "service", "target");
        Path classes = target.resolve("classes");
        try (Stream<Path> made = Files.list(target); Stream<Path> compiled = Files.walk(classes)) {
            Path jar = made.filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no packaged adapter: " + PACKAGE));
            try (ZipFile packed = new ZipFile(jar.toFile())) {
                for (Path file : compiled.filter(Files::isRegularFile).toList()) {
                    ZipEntry entry = packed.getEntry("BOOT-INF/classes/" + classes.relativize(file));
                    if (entry == null || !Arrays.equals(packed.getInputStream(entry).readAllBytes(), Files.readAllBytes(file))) {
                        throw new IllegalStateException(jar + " has another " + file + ": " + PACKAGE);
                    }
                }
            }
            return jar.toAbsolutePath().normalize();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "adapter-").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The secret of one of the authorization server's clients. */
    public static String secret(String client) {
        return SECRET + client;
    }

    /** The platform. */
    public RunningApplication platform() {
        return platform;
    }

    /** Where the adapter is. */
    public URI adapter() {
        return adapterAddress;
    }

    /** Where the bank that can't be asked calls. */
    public URI callbacksOfBangkokBank() {
        return adapterAddress.resolve("/payments/callbacks/" + BANGKOK_BANK + "/" + BANK_SECRET);
    }

    /** What the adapter was asked over HTTP: status, method and path of each request, in the order of the answers. */
    public List<String> requests() {
        try (Stream<Path> logs = Files.list(adapterFiles.resolve("logs"))) {
            List<String> requests = new ArrayList<>();
            for (Path log : logs.sorted().toList()) {
                requests.addAll(Files.readAllLines(log));
            }
            return requests;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The adapter's database. */
    public JdbcClient books() {
        return JdbcClient.create(books);
    }

    /** Kills the adapter as a power failure does. */
    public void killAdapter() {
        adapter.kill();
    }

    /** Starts it again. */
    public void startAdapter() {
        adapter.start();
    }

    @Override
    public void close() {
        adapter.stop();
        platform.stop();
    }
}
