package org.anuyat.sandboxbank;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the make-believe bank, {@code anuyat.sandbox-bank.*}.
 *
 * @param callbackUrl where payment confirmations go, secret included; none are sent without it
 * @param applicationKey what the biller authenticates with at the token endpoint
 * @param callbackTries how often a confirmation is sent until it is acknowledged
 * @param callbackPause between those tries
 * @param callbackLateBy how long after the payment a late confirmation is sent
 * @param lateBy how far ahead of the clock a late payment is dated
 * @param refundTakes from the order of a refund until the money has left
 * @param billers names of billers by biller ID, for display
 */
@ConfigurationProperties("anuyat.sandbox-bank")
public record BankSettings(
        @Nullable URI callbackUrl,
        @DefaultValue("sandbox-key") String applicationKey,
        @DefaultValue("sandbox-secret") String applicationSecret,
        @DefaultValue("3") int callbackTries,
        @DefaultValue("12s") Duration callbackPause,
        @DefaultValue("1m") Duration callbackLateBy,
        @DefaultValue("60d") Duration lateBy,
        @DefaultValue("5s") Duration refundTakes,
        @DefaultValue Map<String, String> billers) {

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "make-believe bank";
    }
}
