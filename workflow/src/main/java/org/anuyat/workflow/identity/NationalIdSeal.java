package org.anuyat.workflow.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.anuyat.workflow.thai.NationalId;

/**
 * Keeps national IDs unreadable in the database and its backups: AES-256-GCM for the value, HMAC-SHA-256 to find it again.
 * Both keys are derived from one secret.
 */
final class NationalIdSeal {

    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec sealing;
    private final SecretKeySpec digesting;

    NationalIdSeal(String secret) {
        byte[] root = secret.getBytes(StandardCharsets.UTF_8);
        sealing = new SecretKeySpec(hmac(new SecretKeySpec(root, "HmacSHA256"), "national-id/seal"), "AES");
        digesting = new SecretKeySpec(hmac(new SecretKeySpec(root, "HmacSHA256"), "national-id/digest"), "HmacSHA256");
    }

    byte[] seal(NationalId nationalId) {
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, nationalId.digits().getBytes(StandardCharsets.US_ASCII));
        byte[] result = Arrays.copyOf(nonce, NONCE_LENGTH + sealed.length);
        System.arraycopy(sealed, 0, result, NONCE_LENGTH, sealed.length);
        return result;
    }

    /** Opens what {@link #seal} made with the same secret, or throws: another secret, or changed bytes. */
    NationalId open(byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_LENGTH);
        byte[] digits = run(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(sealed, NONCE_LENGTH, sealed.length));
        return new NationalId(new String(digits, StandardCharsets.US_ASCII));
    }

    byte[] digest(NationalId nationalId) {
        return hmac(digesting, nationalId.digits());
    }

    private byte[] run(int mode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a national ID could not be read: was anuyat.identity.key changed?", e);
        }
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
