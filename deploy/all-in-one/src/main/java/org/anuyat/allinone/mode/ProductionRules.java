package org.anuyat.allinone.mode;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/** What production mode refuses: each rule is a value in the list, and all that are broken are said at once. */
final class ProductionRules implements EnvironmentPostProcessor, Ordered {

    private static final int SHORTEST_SECRET = 32;

    private static final List<Function<Environment, Optional<String>>> RULES = Stream.concat(
                    DemonstrationSecrets.SETTINGS.stream().map(ProductionRules::secret),
                    Stream.<Function<Environment, Optional<String>>>of(
                            absent("anuyat.demonstration.password", "demonstration accounts do not exist in production"),
                            absent("anuyat.sandbox-bank.application-secret", "the sandbox bank pays with invented money"),
                            ProductionRules::ownBank,
                            notTrue("anuyat.mailbox.enabled", "the mailbox page shows everybody's messages"),
                            notTrue("anuyat.review.early-inspection", "an inspection has no result before its time"),
                            notTrue("anuyat.signing.demonstration.enabled", "nobody trusts the demonstration's certificates"),
                            ProductionRules::timeStamps,
                            ProductionRules::secureBaseUrl,
                            ProductionRules::mailServer))
            .toList();

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (Mode.of(environment) == Mode.PRODUCTION) {
            check(environment);
        }
    }

    static void check(Environment environment) {
        List<String> broken = RULES.stream().flatMap(rule -> rule.apply(environment).stream()).toList();
        if (!broken.isEmpty()) {
            throw new ProductionRefusal(broken);
        }
    }

    private static Function<Environment, Optional<String>> secret(String setting) {
        return environment -> {
            String value = environment.getProperty(setting, "").strip();
            if (setting.equals("anuyat.identity.signing-key") && value.startsWith("{")) {
                return Optional.empty();
            }
            if (externalProvider(environment, setting)) {
                return Optional.empty();
            }
            return value.length() >= SHORTEST_SECRET
                    ? Optional.empty()
                    : Optional.of("%s must be set to a secret of %d characters or more".formatted(setting, SHORTEST_SECRET));
        };
    }

    /** Where another provider proves people, its own secret may have any length and our signing key is not used. */
    private static boolean externalProvider(Environment environment, String setting) {
        boolean citizen = environment.containsProperty("anuyat.identity.citizen.issuer");
        boolean officer = environment.containsProperty("anuyat.identity.officer.issuer");
        return switch (setting) {
            case "anuyat.identity.citizen.client-secret" -> citizen && environment.containsProperty(setting);
            case "anuyat.identity.officer.client-secret" -> officer && environment.containsProperty(setting);
            case "anuyat.identity.signing-key" -> citizen && officer;
            default -> false;
        };
    }

    private static Function<Environment, Optional<String>> absent(String setting, String reason) {
        return environment -> environment.containsProperty(setting)
                ? Optional.of("%s must not be set: %s".formatted(setting, reason))
                : Optional.empty();
    }

    private static Function<Environment, Optional<String>> notTrue(String setting, String reason) {
        return environment -> environment.getProperty(setting, Boolean.class, false)
                ? Optional.of("%s must not be true: %s".formatted(setting, reason))
                : Optional.empty();
    }

    /** A bank's settings that lead back to ourselves. */
    private static Optional<String> ownBank(Environment environment) {
        return environment.getProperty("anuyat.payments.banks.sandbox.base-url") == null
                ? Optional.empty()
                : Optional.of("anuyat.payments.banks.sandbox must not be set: the sandbox bank pays with invented money");
    }

    /** Permits are to be trusted for decades, which takes somebody else's word on the time; who needs less says so. */
    private static Optional<String> timeStamps(Environment environment) {
        boolean elsewhere = environment.containsProperty("anuyat.signing.url");
        boolean stamped = !environment
                .getProperty("anuyat.signing.time-stamps.authorities[0].url", "")
                .isBlank();
        String level = environment.getProperty("anuyat.signing.levels.permit", "");
        return elsewhere || stamped || level.equals("PAdES_BASELINE_B")
                ? Optional.empty()
                : Optional.of("anuyat.signing.time-stamps.authorities[0].url must name a time-stamp authority, "
                        + "or anuyat.signing.levels.permit be PAdES_BASELINE_B: then seals end with their certificates");
    }

    private static Optional<String> secureBaseUrl(Environment environment) {
        String url = environment.getProperty("anuyat.base-url", "");
        return url.startsWith("https://")
                ? Optional.empty()
                : Optional.of("anuyat.base-url must be the public address, beginning with https://");
    }

    private static Optional<String> mailServer(Environment environment) {
        return environment.containsProperty("spring.mail.host")
                ? Optional.empty()
                : Optional.of("spring.mail.host must be set: applicants are told by e-mail");
    }

    /** After the configuration files were read and the demonstration's secrets would have been made. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
