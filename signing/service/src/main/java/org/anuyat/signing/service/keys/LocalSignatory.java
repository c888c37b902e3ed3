package org.anuyat.signing.service.keys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.jspecify.annotations.Nullable;

/** Signs in this process, with a key from a file. */
final class LocalSignatory implements Signatory {

    /** What stands before a SHA-256 value in an RSA signature (DigestInfo, RFC 8017, section 9.2, note 1). */
    private static final byte[] DIGEST_INFO = {
        0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, (byte) 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20
    };

    private final PrivateKey key;
    private final String algorithm;
    private final @Nullable Provider provider;
    private volatile @Nullable Own own;

    /** The key as the provider has it that computes: another one's would be read anew for each signature, which takes nearly as long as signing. */
    private record Own(Provider provider, PrivateKey key) {}

    LocalSignatory(PrivateKey key, String algorithm, @Nullable Provider provider) {
        this.key = key;
        this.algorithm = algorithm;
        this.provider = provider;
    }

    @Override
    public byte[] sign(byte[] data) {
        return refusing(() -> sign(algorithm, data));
    }

    @Override
    public byte[] signHash(byte[] sha256) {
        return refusing(() -> sign(withoutHash(algorithm), prepared(algorithm, sha256)));
    }

    /** The algorithm that signs what was hashed already. */
    private static String withoutHash(String algorithm) {
        return algorithm.replace("SHA256with", "NONEwith");
    }

    /** What such an algorithm wants for a hash. */
    private static byte[] prepared(String algorithm, byte[] sha256) {
        if (!algorithm.endsWith("RSA")) {
            return sha256;
        }
        byte[] prepared = new byte[DIGEST_INFO.length + sha256.length];
        System.arraycopy(DIGEST_INFO, 0, prepared, 0, DIGEST_INFO.length);
        System.arraycopy(sha256, 0, prepared, DIGEST_INFO.length, sha256.length);
        return prepared;
    }

    private byte[] sign(String algorithm, byte[] data) throws GeneralSecurityException {
        Signature signature = provider == null ? Signature.getInstance(algorithm) : Signature.getInstance(algorithm, provider);
        signature.initSign(provider == null ? own(signature.getProvider()) : key);
        signature.update(data);
        return signature.sign();
    }

    /** The library that computes may be put first after the key was read. */
    private PrivateKey own(Provider computes) throws GeneralSecurityException {
        Own known = own;
        if (known == null || known.provider() != computes) {
            known = new Own(computes, translated(computes));
            own = known;
        }
        return known.key();
    }

    private PrivateKey translated(Provider computes) throws GeneralSecurityException {
        try {
            return (PrivateKey) KeyFactory.getInstance(key.getAlgorithm(), computes).translateKey(key);
        } catch (NoSuchAlgorithmException e) {
            return key;
        }
    }

    private interface Work {
        byte[] done() throws GeneralSecurityException;
    }

    private static byte[] refusing(Work work) {
        try {
            return work.done();
        } catch (GeneralSecurityException e) {
            throw new SigningRefusal(SigningProblem.KEY_UNAVAILABLE, "The key didn't sign", e);
        }
    }
}
