package org.anuyat.payments.service;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
 * @param retryFirst pause before the second try of an inquiry or a notice, doubled each time
 * @param retryLongest longest pause between tries
 * @param callbackGiveUp a callback that the bank's inquiry hasn't confirmed after this time is set aside as not confirmed
 * @param askAgainEvery how often the bank is asked about an open bill of which no callback came
 * @param noticesUrl base URL of the platform when it is another process; otherwise the bean of this process is told
 */
@ConfigurationProperties("anuyat.payments")
public record PaymentsSettings(
        @DefaultValue Map<String, Agency> agencies,
        @DefaultValue Map<String, BankAccess> banks,
        @DefaultValue("16KB") DataSize callbackLargest,
        @DefaultValue("2000") int callbacksPerSecond,
        @DefaultValue("260MB") DataSize dayFileLargest,
        @DefaultValue("1s") Duration workEvery,
        @DefaultValue("5s") Duration retryFirst,
        @DefaultValue("10m") Duration retryLongest,
        @DefaultValue("1d") Duration callbackGiveUp,
        @DefaultValue("1h") Duration askAgainEvery,
        @Nullable URI noticesUrl) {

    /**
     * An agency that collects money.
     *
     * @param billerId 15 digits: the agency's tax ID with its check digit, and the suffix that the bank assigned
     * @param bank one of {@link #banks}
     * @param account ten digits: the account in the headers of the bank's end-of-day files; may be left out when the bank has one agency
     */
    public record Agency(String billerId, String bank, @Nullable String account) {}

    /**
     * A bank and how to reach it.
     *
     * @param adapter which documented interface it speaks
     * @param code three digits of the Bank of Thailand's list
     * @param baseUrl without trailing slash
     * @param callbackSecret unguessable last part of the callback's path, at least 16 characters
     * @param callbackFrom addresses or networks (CIDR) that callbacks may come from; empty for any
     */
    public record BankAccess(
            @DefaultValue("scb") String adapter,
            @DefaultValue("014") String code,
            URI baseUrl,
            String applicationKey,
            String applicationSecret,
            String callbackSecret,
            @DefaultValue List<String> callbackFrom,
            @DefaultValue("2s") Duration connectTimeout,
            @DefaultValue("10s") Duration readTimeout) {

        public BankAccess {
            if (callbackSecret.length() < 16) {
                throw new IllegalArgumentException("callback-secret must have at least 16 characters");
            }
            if (!code.matches("[0-9]{3}")) {
                throw new IllegalArgumentException("code must have three digits, not " + code);
            }
        }

        /** Leaves the secrets out. */
        @Override
        public String toString() {
            return adapter + " bank " + code + " at " + baseUrl;
        }
    }

    /** Pause after the given number of failed tries. */
    public Duration pauseAfter(int tries) {
        int doublings = Math.min(Math.max(tries - 1, 0), 20);
        Duration pause = retryFirst.multipliedBy(1L << doublings);
        return pause.compareTo(retryLongest) > 0 ? retryLongest : pause;
    }
}
