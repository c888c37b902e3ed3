package org.anuyat.allinone.mode;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.anuyat.accounts.server.SigningKey;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * Adds the settings that only a demonstration has, and makes the secrets that nobody has set, at the first start in demonstration mode, and keeps them in {@code data/secrets}, readable
 * by their owner only. So no secret is the same in two installations, and a restart signs nobody out.
 */
final class DemonstrationSecrets implements EnvironmentPostProcessor, Ordered {

    /** The settings that are secrets; in production mode each must be set. */
    static final List<String> SETTINGS = List.of(
            "anuyat.identity.citizen.client-secret",
            "anuyat.identity.officer.client-secret",
            "anuyat.identity.key",
            "anuyat.identity.signing-key");

    /** Secrets between the platform and the bank of the demonstration. */
    private static final List<String> SANDBOX =
            List.of("anuyat.sandbox-bank.application-secret", "anuyat.sandbox-bank.callback-secret");

    private static final int BYTES = 32;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!Mode.of(environment).equals(Mode.DEMONSTRATION)) {
            return;
        }
        Path folder = Path.of(environment.getProperty("anuyat.home", "data")).resolve("secrets");
        Map<String, Object> made = new HashMap<>();
        Stream.concat(SETTINGS.stream(), SANDBOX.stream())
                .filter(setting -> !environment.containsProperty(setting))
                .forEach(setting -> made.put(setting, keptOrMade(folder, setting)));
        environment.getPropertySources().addLast(new MapPropertySource("secrets of the demonstration", made));
        settings().forEach(environment.getPropertySources()::addLast);
    }

    private static List<PropertySource<?>> settings() {
        try {
            return new YamlPropertySourceLoader().load("demonstration", new ClassPathResource("demonstration.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String keptOrMade(Path folder, String setting) {
        Path file = folder.resolve(setting.substring("anuyat.".length()));
        try {
            if (!Files.exists(file)) {
                Supplier<String> maker = setting.endsWith("signing-key") ? DemonstrationSecrets::key : DemonstrationSecrets::random;
                write(folder, file, maker.get());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the secrets of the demonstration cannot be kept in " + folder, e);
        }
    }

    /** Whole or not at all, should the process be killed meanwhile. */
    private static void write(Path folder, Path file, String secret) throws IOException {
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, "secret", ".new");
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(draft, secret + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String key() {
        try {
            return SigningKey.generate().toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK makes RSA keys", e);
        }
    }

    /** After the configuration files were read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 10;
    }
}
