package org.anuyat.benchmarks.scenario;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-time codes that are known beforehand, kept as {@code submission.confirmation} keeps them: a keyed hash over id and digits. */
final class KnownCodes {

    static final String CODE = "314159";

    private final SecretKeySpec key;

    /** @param key what the platform was started with as {@code anuyat.confirmation.key} */
    KnownCodes(String key) {
        this.key = new SecretKeySpec(("one-time-code/" + key).getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    String hash(UUID id) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal((id + ":" + CODE).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
