package org.anuyat.signing.service.stamps;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of time stamps, {@code anuyat.signing.time-stamps}.
 *
 * @param authorities asked in this order; none = the demonstration's, where that is on
 * @param timeLimit for each request
 * @param pause how long nobody is asked after all of them failed, so that sealing doesn't wait for them
 * @param largest room for one time stamp
 * @param every how often it is looked for documents to raise
 * @param settle how long after a time stamp revocation data are first asked for: they must be younger than it
 * @param firstRetry after a failure; doubled with every further one
 * @param longestRetry the longest time between two tries
 * @param renewBefore how long before the end of its certificate or algorithm an archive time stamp is renewed
 * @param renewAgain the shortest time between two renewals: a new stamp may end no later than the one before
 * @param retired the last day of algorithms, by name as in {@code SHA256}, {@code RSA3072}, {@code EC256}
 */
public record StampSettings(
        @DefaultValue List<Authority> authorities,
        @DefaultValue("5s") Duration timeLimit,
        @DefaultValue("1m") Duration pause,
        @DefaultValue("8KB") DataSize largest,
        @DefaultValue("5s") Duration every,
        @DefaultValue("3s") Duration settle,
        @DefaultValue("10s") Duration firstRetry,
        @DefaultValue("1h") Duration longestRetry,
        @DefaultValue("365d") Duration renewBefore,
        @DefaultValue("30d") Duration renewAgain,
        @DefaultValue Map<String, LocalDate> retired) {

    /**
     * A time-stamp authority (RFC 3161) over HTTP.
     *
     * @param user and password for HTTP basic authentication; null = none
     * @param policy OID of the policy asked for; null = the authority's own
     */
    public record Authority(String url, @Nullable String user, @Nullable String password, @Nullable String policy) {

        @Override
        public String toString() {
            return "Authority[url=" + url + "]";
        }
    }
}
