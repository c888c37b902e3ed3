package org.anuyat.sandboxbank.api;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.anuyat.sandboxbank.BankPart;
import org.anuyat.sandboxbank.BankSettings;

/** Tokens that need no memory: their end and a MAC over it. */
@BankPart("sandboxBankAccessToken")
class AccessToken {

    static final Duration LIFE = Duration.ofMinutes(30);

    private final BankSettings settings;
    private final Clock clock;

    AccessToken(BankSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    boolean knows(String key, String secret) {
        return same(settings.applicationKey(), key) & same(settings.applicationSecret(), secret);
    }

    String issue() {
        long end = clock.instant().plus(LIFE).getEpochSecond();
        return end + "." + mac(Long.toString(end));
    }

    boolean isValid(String authorization) {
        String token = authorization.replaceFirst("(?i)^bearer ", "");
        int dot = token.indexOf('.');
        if (dot < 1 || !token.substring(0, dot).matches("[0-9]{1,12}")) {
            return false;
        }
        String end = token.substring(0, dot);
        return same(mac(end), token.substring(dot + 1))
                && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(end)));
    }

    private String mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(settings.applicationSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
