package org.anuyat.signing.service.keys.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.anuyat.signing.service.OnlyHere;
import org.anuyat.signing.service.SigningSettings;
import org.anuyat.signing.service.disk.PrivateFolder;
import org.anuyat.signing.service.keys.AgencyKey;
import org.anuyat.signing.service.keys.SealKeyring;
import org.anuyat.signing.validation.certificates.CertificateInfos;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Warns 90, 30 and 7 days before an agency is left without a valid certificate: in the log and as a counter once for each of
 * these days, over restarts too; as a gauge and in the health all the time. A key whose successor is there already is no reason.
 */
@Component
@OnlyHere
public class ExpiryWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiryWatch.class);
    private static final int[] DAYS = {7, 30, 90};
    private static final String FILE = "expiry-warnings";

    private final SealKeyring keyring;
    private final PrivateFolder folder;
    private final Clock clock;
    private final MeterRegistry meters;
    private final MultiGauge gauges;

    ExpiryWatch(SealKeyring keyring, SigningSettings settings, Clock clock, MeterRegistry meters) {
        this.keyring = keyring;
        this.folder = PrivateFolder.at(settings.home()).folder("keys");
        this.clock = clock;
        this.meters = meters;
        this.gauges = MultiGauge.builder("anuyat.signing.certificate.left")
                .description("Days until the certificate ends")
                .baseUnit("days")
                .register(meters);
    }

    /**
     * How long a key's certificate lasts.
     *
     * @param days whole days left; negative after its end
     * @param succeeded whether a later key of the same agency and use takes over before
     */
    public record Left(AgencyKey key, long days, boolean succeeded) {}

    /** What is left of every certificate, the shortest first. */
    public List<Left> left() {
        Instant now = clock.instant();
        List<AgencyKey> all = keyring.all();
        return all.stream()
                .map(key -> new Left(key, days(now, key), all.stream().anyMatch(other -> succeeds(other, key))))
                .sorted(Comparator.comparingLong(Left::days))
                .toList();
    }

    private static long days(Instant now, AgencyKey key) {
        return Math.floorDiv(Duration.between(now, end(key)).toSeconds(), Duration.ofDays(1).toSeconds());
    }

    private static Instant end(AgencyKey key) {
        return key.key().certificate().getNotAfter().toInstant();
    }

    private static boolean succeeds(AgencyKey other, AgencyKey key) {
        return other.agency().equals(key.agency())
                && other.use() == key.use()
                && other.from().isAfter(key.from())
                && !other.from().isAfter(end(key))
                && end(other).isAfter(end(key));
    }

    /** Looks, and warns of what wasn't warned of before. */
    @Scheduled(fixedDelayString = "PT1H")
    public synchronized void look() {
        List<Left> left = left();
        // those that are there stay: replacing one takes it away from whoever reads meanwhile
        gauges.register(left.stream().map(Left::key).map(this::row).collect(Collectors.toList()));
        left.stream().filter(one -> !one.succeeded()).forEach(this::warn);
    }

    private MultiGauge.Row<AgencyKey> row(AgencyKey key) {
        return MultiGauge.Row.of(
                Tags.of("agency", key.agency(), "use", key.use().name(), "certificate", name(key).substring(0, 16)),
                key,
                lasting -> days(clock.instant(), lasting));
    }

    private void warn(Left left) {
        for (int days : DAYS) {
            if (left.days() < days) {
                if (isNews(name(left.key()) + " " + days)) {
                    LOG.warn(
                            "The certificate {} of the agency {} ({}) ends at {}, in {} days: have a new one issued",
                            name(left.key()).substring(0, 16),
                            left.key().agency(),
                            left.key().use(),
                            end(left.key()),
                            left.days());
                    meters.counter("anuyat.signing.certificate.warnings", "days", String.valueOf(days))
                            .increment();
                }
                return;
            }
        }
    }

    private boolean isNews(String warning) {
        return folder.exclusively(() -> {
            Set<String> known = folder.read(FILE)
                    .map(bytes -> new String(bytes, StandardCharsets.US_ASCII).lines())
                    .map(lines -> lines.collect(Collectors.toCollection(LinkedHashSet::new)))
                    .orElseGet(LinkedHashSet::new);
            boolean news = known.add(warning);
            if (news) {
                folder.write(FILE, (String.join("\n", known) + "\n").getBytes(StandardCharsets.US_ASCII));
            }
            return news;
        });
    }

    private static String name(AgencyKey key) {
        return CertificateInfos.sha256(key.key().certificate());
    }
}
