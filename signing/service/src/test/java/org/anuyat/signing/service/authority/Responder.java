package org.anuyat.signing.service.authority;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.jcajce.JcaBasicOCSPRespBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Answers about one certificate at a time (OCSP, RFC 6960).
 *
 * @param by who signs the answers
 * @param known how old what it knows is when it answers ({@code thisUpdate})
 * @param made how long ago it signed the answer ({@code producedAt})
 * @param says what its answers are worth
 */
public record Responder(Identity by, Duration known, Duration made, Says says) {

    /** What answers are worth. */
    public enum Says {
        THE_TRUTH,
        ALWAYS_GOOD,
        SOMETHING_ABOUT_ANOTHER
    }

    /** One that answers as it should. */
    public Responder(Identity by) {
        this(by, Duration.ZERO, Duration.ZERO, Says.THE_TRUTH);
    }

    byte[] answer(byte[] request, Map<BigInteger, Instant> revoked) throws Exception {
        CertificateID asked = new OCSPReq(request).getRequestList()[0].getCertID();
        Instant now = Instant.now();
        BasicOCSPRespBuilder builder = new JcaBasicOCSPRespBuilder(
                by.certificate().getPublicKey(),
                new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1));
        Instant since = revoked.get(asked.getSerialNumber());
        builder.addResponse(
                says == Says.SOMETHING_ABOUT_ANOTHER
                        ? CertificateID.deriveCertificateID(asked, BigInteger.TEN.pow(9))
                        : asked,
                since == null || says == Says.ALWAYS_GOOD
                        ? CertificateStatus.GOOD
                        : new RevokedStatus(Date.from(since), CRLReason.keyCompromise),
                Date.from(now.minus(known)),
                Date.from(now.plus(Duration.ofDays(1))));
        X509CertificateHolder[] chain = {new JcaX509CertificateHolder(by.certificate())};
        return new OCSPRespBuilder()
                .build(OCSPRespBuilder.SUCCESSFUL, builder.build(by.signer(), chain, Date.from(now.minus(made))))
                .getEncoded();
    }
}
