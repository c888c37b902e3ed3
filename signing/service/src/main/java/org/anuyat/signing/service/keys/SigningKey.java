package org.anuyat.signing.service.keys;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** A private key that stays where it is, in memory or in a token, with its certificate chain. */
public final class SigningKey {

    private final PrivateKey key;
    private final List<X509Certificate> chain;
    private final @Nullable Provider provider;

    /**
     * Takes the key as its store hands it out.
     *
     * @param provider who must compute with it (a PKCS#11 token's); null = whichever the JVM prefers
     */
    public SigningKey(PrivateKey key, List<X509Certificate> chain, @Nullable Provider provider) {
        this.key = key;
        this.chain = List.copyOf(chain);
        this.provider = provider;
    }

    /** The signing certificate. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** The signing certificate first, then its issuers as far as the store knows them. */
    public List<X509Certificate> chain() {
        return chain;
    }

    /** JCA name of the signature algorithm, with SHA-256. */
    public String algorithm() {
        return "EC".equals(certificate().getPublicKey().getAlgorithm()) ? "SHA256withECDSA" : "SHA256withRSA";
    }

    /**
     * Signs bytes.
     *
     * @throws SigningRefusal {@link SigningProblem#KEY_UNAVAILABLE} when store or token doesn't
     */
    public byte[] sign(byte[] data) {
        try {
            Signature signature =
                    provider == null ? Signature.getInstance(algorithm()) : Signature.getInstance(algorithm(), provider);
            signature.initSign(key);
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new SigningRefusal(SigningProblem.KEY_UNAVAILABLE, "The key didn't sign", e);
        }
    }

    /** The key as Bouncy Castle's generators want it. */
    public ContentSigner signer() {
        try {
            JcaContentSignerBuilder builder = new JcaContentSignerBuilder(algorithm());
            if (provider != null) {
                builder.setProvider(provider);
            }
            return builder.build(key);
        } catch (OperatorCreationException e) {
            throw new SigningRefusal(SigningProblem.KEY_UNAVAILABLE, "The key can't be used", e);
        }
    }

    /**
     * Checks that the certificate may sign now.
     *
     * @throws SigningRefusal {@link SigningProblem#CERTIFICATE_NOT_VALID} when it has expired or isn't valid yet
     */
    public void requireValid(Instant now) {
        Date date = Date.from(now);
        if (date.before(certificate().getNotBefore()) || date.after(certificate().getNotAfter())) {
            throw new SigningRefusal(
                    SigningProblem.CERTIFICATE_NOT_VALID,
                    "The certificate is valid from %s to %s"
                            .formatted(
                                    certificate().getNotBefore().toInstant(),
                                    certificate().getNotAfter().toInstant()));
        }
    }
}
