package org.anuyat.payments.service;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anuyat.access.OAuth2Client;
import org.anuyat.access.Protection;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the adapter, {@code anuyat.payments.*}.
 *
 * @param agencies by agency code: who collects, and at which bank
 * @param banks by the name that stands in the callback's path
 * @param callbackLargest larger callbacks are refused unread
 * @param callbacksPerSecond what each bank may call in a second, files included; more is answered with 429
 * @param dayFileLargest larger end-of-day files are refused; 999,999 lines have 258 MB
 * @param workEvery pause between looks for due work; a stored callback is worked on at once
 * @param giveWay how long asking a bank about a callback waits for calls that are being taken meanwhile
 * @param retryFirst pause before the second try of an inquiry or a notice, doubled each time
 * @param retryLongest longest pause between tries
 * @param callbackGiveUp a callback that the bank's inquiry hasn't confirmed after this time is set aside as not confirmed
 * @param askAgainEvery how often the bank is asked about an open bill of which no callback came
 * @param lease how long work stays with the process that took it up: after a kill another one takes it up then. Longer than any piece of
 *     work takes
 * @param http who may call the adapter from another process
 * @param notices how the platform is told
 * @param callbackCertificateHeader where a proxy before the adapter, which ended TLS and overwrites the header, puts a bank's client certificate
 *     (PEM, percent-encoded); without it the connection's own certificate counts
 */
@ConfigurationProperties("anuyat.payments")
public record PaymentsSettings(
        @DefaultValue Map<String, Agency> agencies,
        @DefaultValue Map<String, BankAccess> banks,
        @DefaultValue("16KB") DataSize callbackLargest,
        @DefaultValue("2000") int callbacksPerSecond,
        @DefaultValue("260MB") DataSize dayFileLargest,
        @DefaultValue("1s") Duration workEvery,
        @DefaultValue("200ms") Duration giveWay,
        @DefaultValue("5s") Duration retryFirst,
        @DefaultValue("10m") Duration retryLongest,
        @DefaultValue("1d") Duration callbackGiveUp,
        @DefaultValue("1h") Duration askAgainEvery,
        @DefaultValue("2m") Duration lease,
        @DefaultValue Protection http,
        @DefaultValue Notices notices,
        @Nullable String callbackCertificateHeader) {

    /**
     * How the platform is told what happened to its bills.
     *
     * @param url base URL of the platform when it is another process; otherwise the bean of this process is told
     * @param oauth2 with which client the platform's access token is got; none = the fixed token of {@code http.token}
     * @param sslBundle key and trust of TLS (spring.ssl.bundle); none = the JVM's
     * @param http who may call the platform
     */
    public record Notices(
            @Nullable URI url,
            @Nullable OAuth2Client oauth2,
            @Nullable String sslBundle,
            @DefaultValue Protection http) {}

    /**
     * An agency that collects money.
     *
     * @param billerId 15 digits: the agency's tax ID with its check digit, and the suffix that the bank assigned
     * @param bank one of {@link #banks}
     * @param account ten digits: the account in the headers of the bank's end-of-day files; may be left out when the bank has one agency
     * @param otherBanks more of {@link #banks} that collect under the same biller ID, each with the agency's account there
     */
    public record Agency(String billerId, String bank, @Nullable String account, @DefaultValue Map<String, String> otherBanks) {

        /** Names of all banks that collect for it. */
        public Set<String> banks() {
            return Stream.concat(Stream.of(bank), otherBanks.keySet().stream()).collect(Collectors.toUnmodifiableSet());
        }

        /** Its account at a bank; null when it has none there, or none is set. */
        public @Nullable String accountAt(String name) {
            return name.equals(bank) ? account : otherBanks.get(name);
        }
    }

    /** Whether a bank collects for an agency. */
    public boolean collects(String agency, String bank) {
        Agency collecting = agencies.get(agency);
        return collecting != null && collecting.banks().contains(bank);
    }

    /** Names of the banks that may have taken money for a bill: the one that it was presented with, and those of its agency now. */
    public Set<String> banksOf(String agency, String presentedWith) {
        Agency collecting = agencies.get(agency);
        return Stream.concat(Stream.of(presentedWith), collecting == null ? Stream.of() : collecting.banks().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Pause after the given number of failed tries. */
    public Duration pauseAfter(int tries) {
        int doublings = Math.min(Math.max(tries - 1, 0), 20);
        Duration pause = retryFirst.multipliedBy(1L << doublings);
        return pause.compareTo(retryLongest) > 0 ? retryLongest : pause;
    }
}
