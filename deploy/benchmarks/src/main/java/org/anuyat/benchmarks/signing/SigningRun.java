package org.anuyat.benchmarks.signing;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Security;
import java.security.Signature;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.anuyat.benchmarks.Programs;
import org.anuyat.benchmarks.report.Line;
import org.anuyat.benchmarks.report.Report;
import org.anuyat.signing.api.DocumentKind;
import org.anuyat.signing.api.DocumentSealing;
import org.anuyat.signing.api.SealOrder;
import org.anuyat.signing.api.SignatureLevel;
import org.anuyat.signing.api.levels.SealLevels;
import org.anuyat.signing.api.validation.DocumentValidation;
import org.anuyat.signing.api.validation.ValidationOrder;
import org.anuyat.signing.api.validation.ValidationReport;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.signing.service.SigningService;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Measures the signing service in this process, with the demonstration's keys and time stamps. The script {@code sign} starts it. */
public final class SigningRun {

    private static final String OPENSSL = "ceiling: openssl, RSA-3072";
    private static final int ROUNDS = 5;
    private static final String JDK = "ceiling: JDK, RSA-3072";

    private final Path folder;
    private final boolean quick;
    private final boolean onlyCorretto;
    private final Core core;
    private final Permits permits = new Permits();
    private final Report report = new Report(line -> System.err.println(line));

    private SigningRun(Path folder, boolean quick, boolean onlyCorretto) {
        this.folder = folder;
        this.quick = quick;
        this.onlyCorretto = onlyCorretto;
        this.core = new Core(quick ? 1 : ROUNDS, quick ? 1 : 4);
    }

    /** @param arguments the working folder, then {@code --quick} if it is to be quick, {@code --corretto} for what concerns that provider only */
    public static void main(String[] arguments) {
        List<String> options = Arrays.asList(arguments);
        SigningRun run = new SigningRun(Path.of(arguments[0]), options.contains("--quick"), options.contains("--corretto"));
        run.all();
        System.out.printf(
                Locale.ROOT,
                "%n%s, Java %s, %s, per second of one core's time, median of %d rounds%n%n%s",
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.MINUTES),
                System.getProperty("java.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                run.quick ? 1 : ROUNDS,
                run.report.text());
        System.exit(0);
    }

    private void all() {
        Programs.rsa3072().ifPresentOrElse(
                perSecond -> add(OPENSSL, perSecond, null), () -> report.note("openssl is not installed."));
        double jdk = core.perSecond(signatures());
        add(JDK, jdk, OPENSSL);
        if (!onlyCorretto) {
            withJdk(jdk);
        }
        try (ConfigurableApplicationContext service = service("corretto")) {
            if (Security.getProvider("AmazonCorrettoCryptoProvider") != null) {
                seal(service, "sealed B-B, Amazon Corretto Crypto Provider", jdk, 1.2);
            } else {
                report.note("Amazon Corretto Crypto Provider doesn't load here.");
            }
        }
    }

    private void withJdk(double jdk) {
        try (ConfigurableApplicationContext service = service("jdk")) {
            seal(service, "sealed B-B", jdk, 0.6);
            makeAndSeal(service);
            raise(service);
            examine(service);
        }
    }

    private ConfigurableApplicationContext service(String crypto) {
        return new SpringApplicationBuilder(SigningService.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.config.location=optional:classpath:/none/",
                        "--spring.autoconfigure.exclude="
                                + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                                + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=error",
                        "--anuyat.mode=demonstration",
                        "--anuyat.signing.crypto=" + crypto,
                        "--anuyat.signing.levels.certified-copy=PAdES_BASELINE_T",
                        "--anuyat.signing.home=" + folder.resolve("signing-" + crypto));
    }

    private static IntConsumer signatures() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(3072);
            KeyPair keys = generator.generateKeyPair();
            byte[] text = new byte[100];
            return index -> {
                try {
                    Signature signature = Signature.getInstance("SHA256withRSA");
                    signature.initSign(keys.getPrivate());
                    signature.update(text);
                    signature.sign();
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException(e);
                }
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void seal(ConfigurableApplicationContext service, String name, double limit, double aim) {
        DocumentSealing sealing = service.getBean(DocumentSealing.class);
        byte[] permit = permits.make(0);
        double reached = core.perSecond(index -> sealing.seal(order(DocumentKind.RECEIPT, permit)));
        add(name, reached, JDK);
        aim(name, reached / limit, aim, "of the JDK's RSA");
    }

    private void makeAndSeal(ConfigurableApplicationContext service) {
        DocumentSealing sealing = service.getBean(DocumentSealing.class);
        add("typeset, not sealed", core.perSecond(permits::make), null);
        double reached = core.perSecond(index -> sealing.seal(order(DocumentKind.CERTIFIED_COPY, permits.make(index))));
        add("typeset and sealed B-T", reached, JDK);
        aim("typeset and sealed B-T", reached, 40, "a second and core");
    }

    /** What raising costs: sealing and raising together, less the sealing. */
    private void raise(ConfigurableApplicationContext service) {
        DocumentSealing sealing = service.getBean(DocumentSealing.class);
        SealLevels levels = service.getBean(SealLevels.class);
        byte[] permit = permits.make(0);
        double sealed = core.perSecond(index -> sealing.seal(order(DocumentKind.CERTIFIED_COPY, permit)));
        add("sealed B-T", sealed, JDK);
        int documents = quick ? 30 : 300;
        core.warmUp(() -> raised(sealing, levels, permit, documents / 3));
        double seconds = raised(sealing, levels, permit, documents) - documents / sealed;
        add("raised from B-T to LTA, and that validated before it counts", documents / seconds, null);
        double validated = core.perSecond(examining(service, archived(sealing, levels, permit)));
        add("validated by the strict policy, LTA", validated, null);
        double raised = 1 / (seconds / documents - 1 / validated);
        add("raised from B-T to LTA, less the validation", raised, null);
        aim("raised from B-T to LTA, less the validation", raised, 50, "a second and core");
    }

    private static byte[] archived(DocumentSealing sealing, SealLevels levels, byte[] permit) {
        SealOrder order = order(DocumentKind.PERMIT, permit);
        sealing.seal(order);
        while (levels.state(order.idempotencyKey()).reached() != SignatureLevel.PAdES_BASELINE_LTA) {
            pause();
        }
        return levels.latest(order.idempotencyKey()).pdf();
    }

    private static double raised(DocumentSealing sealing, SealLevels levels, byte[] permit, int documents) {
        double begin = Core.seconds();
        List<String> keys = IntStream.range(0, documents)
                .mapToObj(index -> order(DocumentKind.PERMIT, permit))
                .map(order -> {
                    sealing.seal(order);
                    return order.idempotencyKey();
                })
                .toList();
        for (String key : keys) {
            while (levels.state(key).reached() != SignatureLevel.PAdES_BASELINE_LTA) {
                pause();
            }
        }
        return Core.seconds() - begin;
    }

    private void examine(ConfigurableApplicationContext service) {
        byte[] sealed = service.getBean(DocumentSealing.class).seal(order(DocumentKind.CERTIFIED_COPY, permits.make(0))).pdf();
        double reached = core.perSecond(examining(service, sealed));
        add("validated by the strict policy", reached, null);
        aim("validated by the strict policy", reached, 30, "a second and core");
    }

    private static IntConsumer examining(ConfigurableApplicationContext service, byte[] sealed) {
        DocumentValidation validation = service.getBean(DocumentValidation.class);
        return index -> {
            ValidationReport found = validation.validate(new ValidationOrder(sealed, false));
            if (found.verdict() != Verdict.VALID) {
                throw new IllegalStateException("it should be valid: " + found.reasons());
            }
        };
    }

    private static SealOrder order(DocumentKind kind, byte[] pdf) {
        return new SealOrder(UUID.randomUUID().toString(), "TYM", kind, pdf, "ออกใบอนุญาต", "ประเทศไทย");
    }

    private void add(String name, double perSecond, @Nullable String ceiling) {
        report.add(new Line(name, 0, null, perSecond, ceiling, 0));
    }

    private void aim(String name, double reached, double aim, String unit) {
        report.note(String.format(
                Locale.ROOT, "Aim for “%s”: %s %s: **%s** (%.2f).", name, aim, unit, reached >= aim ? "reached" : "missed", reached));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
