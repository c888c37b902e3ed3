package org.anuyat.signing.service.keys;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.jspecify.annotations.Nullable;

/** A private key that stays where it is, in memory, in a token or with somebody else, with its certificate chain. */
public final class SigningKey {

    private final Signatory signatory;
    private final List<X509Certificate> chain;
    private volatile @Nullable SignerCertificates certificates;
    private volatile @Nullable String trouble;

    /** Takes a key that another class signs with. */
    public SigningKey(Signatory signatory, List<X509Certificate> chain) {
        this.signatory = signatory;
        this.chain = List.copyOf(chain);
    }

    /**
     * Takes the key as its store hands it out.
     *
     * @param provider who must compute with it; null = whichever the JVM prefers
     */
    public SigningKey(PrivateKey key, List<X509Certificate> chain, @Nullable Provider provider) {
        this(new LocalSignatory(key, algorithm(chain.get(0)), provider), chain);
    }

    /** The signing certificate. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** The signing certificate first, then its issuers as far as the store knows them. */
    public List<X509Certificate> chain() {
        return chain;
    }

    /** What signatures say about the certificate. */
    public SignerCertificates certificates() {
        SignerCertificates known = certificates;
        if (known == null) {
            known = SignerCertificates.of(chain);
            certificates = known;
        }
        return known;
    }

    /** JCA name of the signature algorithm, with SHA-256. */
    public String algorithm() {
        return algorithm(certificate());
    }

    private static String algorithm(X509Certificate certificate) {
        return "EC".equals(certificate.getPublicKey().getAlgorithm()) ? "SHA256withECDSA" : "SHA256withRSA";
    }

    /** Length of the RSA modulus or of the curve's field. */
    public int bits() {
        if (certificate().getPublicKey() instanceof RSAKey rsa) {
            return rsa.getModulus().bitLength();
        }
        return certificate().getPublicKey() instanceof ECKey curve
                ? curve.getParams().getCurve().getField().getFieldSize()
                : 0;
    }

    /**
     * Signs bytes.
     *
     * @throws SigningRefusal {@link SigningProblem#KEY_UNAVAILABLE} when store or token doesn't
     */
    public byte[] sign(byte[] data) {
        return watched(() -> signatory.sign(data));
    }

    /** Signs the SHA-256 of something, 32 bytes; refuses like {@link #sign}. */
    public byte[] signHash(byte[] sha256) {
        return watched(() -> signatory.signHash(sha256));
    }

    /** Why it didn't sign when it was used last; null when it did. */
    public @Nullable String trouble() {
        return trouble;
    }

    private byte[] watched(Supplier<byte[]> signing) {
        try {
            byte[] value = signing.get();
            trouble = null;
            return value;
        } catch (SigningRefusal refusal) {
            trouble = refusal.detail();
            throw refusal;
        }
    }

    /** The key as Bouncy Castle's generators want it. */
    public ContentSigner signer() {
        AlgorithmIdentifier identifier = new DefaultSignatureAlgorithmIdentifierFinder().find(algorithm());
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        return new ContentSigner() {

            @Override
            public AlgorithmIdentifier getAlgorithmIdentifier() {
                return identifier;
            }

            @Override
            public OutputStream getOutputStream() {
                return data;
            }

            @Override
            public byte[] getSignature() {
                return sign(data.toByteArray());
            }
        };
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
