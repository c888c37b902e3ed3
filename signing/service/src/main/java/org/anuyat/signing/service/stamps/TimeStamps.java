package org.anuyat.signing.service.stamps;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.service.http.commons.TimestampDataLoader;
import eu.europa.esig.dss.service.tsp.OnlineTSPSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.anuyat.signing.service.OnlyHere;
import org.anuyat.signing.service.SigningSettings;
import org.anuyat.signing.service.demonstration.DemonstrationTimeStamps;
import org.anuyat.signing.service.trust.Network;
import org.anuyat.signing.service.trust.TrustAnchors;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.tsp.TSPException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the time-stamp authorities in their order. When all fail, nobody is asked for a while. */
@Component
@OnlyHere
public class TimeStamps implements TSPSource {

    private static final Logger LOG = LoggerFactory.getLogger(TimeStamps.class);
    private static final String DEMONSTRATION = "demonstration";

    private final transient Map<String, TSPSource> sources = new LinkedHashMap<>();
    private final transient StampSettings settings;
    private final transient TrustAnchors anchors;
    private final transient Clock clock;
    private final transient MeterRegistry meters;
    private final transient AtomicReference<Instant> pausedUntil = new AtomicReference<>(Instant.MIN);

    TimeStamps(
            SigningSettings settings,
            TrustAnchors anchors,
            ObjectProvider<DemonstrationTimeStamps> demonstration,
            Clock clock,
            MeterRegistry meters) {
        this.settings = settings.timeStamps();
        this.anchors = anchors;
        this.clock = clock;
        this.meters = meters;
        for (StampSettings.Authority authority : this.settings.authorities()) {
            sources.put(authority.url(), online(authority, new Network(settings.proxy(), this.settings.timeLimit())));
        }
        if (sources.isEmpty()) {
            demonstration.ifAvailable(own -> sources.put(
                    DEMONSTRATION,
                    (algorithm, digest) -> binary(own.stamp(algorithm.getOid(), digest))));
        }
    }

    private static TSPSource online(StampSettings.Authority authority, Network network) {
        TimestampDataLoader loader = network.limit(new TimestampDataLoader());
        String user = authority.user();
        String password = authority.password();
        if (user != null && password != null) {
            URI url = URI.create(authority.url());
            int port = url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
            loader.addAuthentication(url.getHost(), port, url.getScheme(), user, password.toCharArray());
        }
        OnlineTSPSource source = new OnlineTSPSource(authority.url(), loader);
        if (authority.policy() != null) {
            source.setPolicyOid(authority.policy());
        }
        return source;
    }

    /** Whether there is any authority to ask. */
    public boolean any() {
        return !sources.isEmpty();
    }

    /** What the authorities' health is: "none is set", "paused" after all failed, or "asked". */
    public String state() {
        if (sources.isEmpty()) {
            return "none is set";
        }
        return clock.instant().isBefore(pausedUntil.get()) ? "paused" : "asked";
    }

    /** Room for one time stamp, in bytes. */
    public int largest() {
        return Math.toIntExact(settings.largest().toBytes());
    }

    /**
     * Gets a time stamp over a digest.
     *
     * @throws NoTimeStamp when no authority gives one that this service's trust anchors cover
     */
    @Override
    public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
        if (sources.isEmpty()) {
            throw new NoTimeStamp("No time-stamp authority is set (anuyat.signing.time-stamps.authorities)");
        }
        if (clock.instant().isBefore(pausedUntil.get())) {
            throw new NoTimeStamp("All time-stamp authorities failed; none is asked before " + pausedUntil.get());
        }
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, TSPSource> source : sources.entrySet()) {
            try {
                TimestampBinary stamp = source.getValue().getTimeStampResponse(algorithm, digest);
                requireUsable(stamp.getBytes());
                count(source.getKey(), "STAMPED");
                return stamp;
            } catch (DSSException | IllegalStateException | GeneralSecurityException | IOException | TSPException
                    | CMSException e) {
                count(source.getKey(), "FAILED");
                LOG.warn("The time-stamp authority {} failed: {}", source.getKey(), e.getMessage());
                problems.add(source.getKey() + ": " + e.getMessage());
            }
        }
        pausedUntil.set(clock.instant().plus(settings.pause()));
        throw new NoTimeStamp("No time-stamp authority stamped: " + String.join("; ", problems));
    }

    private void requireUsable(byte[] token)
            throws GeneralSecurityException, IOException, TSPException, CMSException {
        if (token.length > largest() - 64) {
            throw new IllegalStateException("its time stamp has %d bytes, more than anuyat.signing.time-stamps.largest allows"
                    .formatted(token.length));
        }
        if (!anchors.cover(StampInfo.signer(token), StampInfo.certificates(token))) {
            // a document with such a stamp would be refused by our own validation
            throw new IllegalStateException("no trust anchor covers its certificate");
        }
    }

    private void count(String authority, String outcome) {
        meters.counter("anuyat.signing.time-stamps", "authority", authority, "outcome", outcome)
                .increment();
    }

    private static TimestampBinary binary(byte[] token) {
        return new TimestampBinary(token);
    }
}
