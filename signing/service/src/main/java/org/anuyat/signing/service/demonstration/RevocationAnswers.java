package org.anuyat.signing.service.demonstration;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.anuyat.signing.service.disk.PrivateFolder;
import org.anuyat.signing.service.keys.SigningKey;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.cert.ocsp.jcajce.JcaBasicOCSPRespBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;

/** Says which demonstration certificates were revoked: as lists (CRL, RFC 5280) and on request (OCSP, RFC 6960). */
public final class RevocationAnswers {

    private static final Duration CRL_KEPT = Duration.ofMinutes(10);
    private static final Duration LATEST_KEPT = Duration.ofMinutes(1);
    private static final Duration CRL_GOOD_FOR = Duration.ofDays(7);
    private static final Duration OCSP_GOOD_FOR = Duration.ofDays(1);
    private static final int MOST_QUESTIONS = 20;
    private static final String FILE = "revoked";

    private final DemonstrationAuthority authority;
    private final PrivateFolder folder;
    private final Clock clock;
    private final Map<String, Crl> lists = new ConcurrentHashMap<>();

    /** Answers for an authority; the folder keeps what was revoked. */
    public RevocationAnswers(DemonstrationAuthority authority, PrivateFolder folder, Clock clock) {
        this.authority = authority;
        this.folder = folder;
        this.clock = clock;
    }

    private record Crl(byte[] der, Instant made) {}

    /** Revokes a certificate from now on, for good. */
    public synchronized void revoke(X509Certificate certificate) {
        Map<BigInteger, Instant> revoked = revoked();
        revoked.putIfAbsent(certificate.getSerialNumber(), clock.instant());
        StringBuilder lines = new StringBuilder();
        revoked.forEach((serial, since) ->
                lines.append(serial.toString(16)).append(' ').append(since).append('\n'));
        folder.write(FILE, lines.toString().getBytes(StandardCharsets.US_ASCII));
        lists.clear();
    }

    /** The list that an issuer of this authority signs; null when the issuer is none of its certificates. */
    public byte @Nullable [] listOf(X509Certificate issuer) {
        SigningKey key = keyOf(issuer);
        return key == null ? null : list(key);
    }

    /**
     * The same, but made within the last minute, and later than an instant.
     *
     * @param after a list says this by the second, so it is made in a later second
     */
    public byte @Nullable [] listOf(X509Certificate issuer, Instant after) {
        SigningKey key = keyOf(issuer);
        return key == null
                ? null
                : list(key, LATEST_KEPT, made -> made.truncatedTo(ChronoUnit.SECONDS).isAfter(after));
    }

    private @Nullable SigningKey keyOf(X509Certificate issuer) {
        for (SigningKey key : new SigningKey[] {authority.issuingKey(), authority.rootKey()}) {
            if (key.certificate().equals(issuer)) {
                return key;
            }
        }
        return null;
    }

    byte[] list(SigningKey issuer) {
        return list(issuer, CRL_KEPT, made -> true);
    }

    private byte[] list(SigningKey issuer, Duration kept, Predicate<Instant> wanted) {
        Instant now = clock.instant();
        String name = issuer.certificate().getSubjectX500Principal().getName();
        return lists.compute(name, (key, crl) -> crl != null
                                && !now.isBefore(crl.made())
                                && now.isBefore(crl.made().plus(kept))
                                && wanted.test(crl.made())
                        ? crl
                        : new Crl(make(issuer, now), now))
                .der();
    }

    private byte[] make(SigningKey issuer, Instant now) {
        try {
            JcaX509v2CRLBuilder builder =
                    new JcaX509v2CRLBuilder(issuer.certificate().getSubjectX500Principal(), Date.from(now));
            builder.setNextUpdate(Date.from(now.plus(CRL_GOOD_FOR)));
            builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.toEpochMilli())));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils()
                            .createAuthorityKeyIdentifier(issuer.certificate().getPublicKey()));
            if (issuer == authority.issuingKey()) {
                revoked().forEach((serial, since) ->
                        builder.addCRLEntry(serial, Date.from(since), CRLReason.cessationOfOperation));
            }
            return builder.build(issuer.signer()).getEncoded();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The demonstration CRL can't be made", e);
        }
    }

    /** Answers an OCSP request; one that can't be understood gets the answer "malformed request". */
    byte[] answer(byte[] request) {
        try {
            Req[] questions = questions(request);
            if (questions.length == 0 || questions.length > MOST_QUESTIONS) {
                return failure(OCSPRespBuilder.MALFORMED_REQUEST);
            }
            DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
            SigningKey signer = authority.ocspKey();
            BasicOCSPRespBuilder builder = new JcaBasicOCSPRespBuilder(
                    signer.certificate().getPublicKey(), digests.get(CertificateID.HASH_SHA1));
            Instant now = clock.instant();
            Map<BigInteger, Instant> revoked = revoked();
            for (Req question : questions) {
                builder.addResponse(
                        question.getCertID(),
                        status(question.getCertID(), revoked, digests),
                        Date.from(now),
                        Date.from(now.plus(OCSP_GOOD_FOR)));
            }
            X509CertificateHolder certificate = new JcaX509CertificateHolder(signer.certificate());
            return new OCSPRespBuilder()
                    .build(
                            OCSPRespBuilder.SUCCESSFUL,
                            builder.build(signer.signer(), new X509CertificateHolder[] {certificate}, Date.from(now)))
                    .getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException | OCSPException | IOException e) {
            throw new IllegalStateException("The demonstration OCSP responder can't answer", e);
        }
    }

    private static Req[] questions(byte[] request) {
        try {
            return new OCSPReq(request).getRequestList();
        } catch (IOException | RuntimeException e) {
            return new Req[0];
        }
    }

    private CertificateStatus status(
            CertificateID id, Map<BigInteger, Instant> revoked, DigestCalculatorProvider digests)
            throws GeneralSecurityException, OCSPException {
        if (!id.matchesIssuer(new JcaX509CertificateHolder(authority.issuingKey().certificate()), digests)) {
            return new UnknownStatus();
        }
        Instant since = revoked.get(id.getSerialNumber());
        return since == null
                ? CertificateStatus.GOOD
                : new RevokedStatus(Date.from(since), CRLReason.cessationOfOperation);
    }

    private static byte[] failure(int status) throws OCSPException, IOException {
        return new OCSPRespBuilder().build(status, null).getEncoded();
    }

    private Map<BigInteger, Instant> revoked() {
        Map<BigInteger, Instant> revoked = new TreeMap<>();
        folder.read(FILE)
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII))
                .ifPresent(lines -> lines.lines().map(line -> line.split(" ", 2)).forEach(line ->
                        revoked.put(new BigInteger(line[0], 16), Instant.parse(line[1]))));
        return revoked;
    }
}
