package org.anuyat.signing.service.demonstration;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.anuyat.signing.service.keys.SigningKey;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** The demonstration's time-stamp authority (RFC 3161). Its time is this machine's, which proves nothing. */
public final class DemonstrationTimeStamps {

    /** A policy for examples (RFC 7229, section 2: id-TEST-certPolicyOne), so that nobody takes it for a real authority's. */
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.13.1");

    private final DemonstrationAuthority authority;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** Stamps with an authority's key. */
    public DemonstrationTimeStamps(DemonstrationAuthority authority, Clock clock) {
        this.authority = authority;
        this.clock = clock;
    }

    /**
     * Stamps a digest.
     *
     * @param algorithm OID of the digest's algorithm: SHA-256, SHA-384 or SHA-512
     * @return the time-stamp token, DER
     */
    public byte[] stamp(String algorithm, byte[] digest) {
        try {
            TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
            requests.setCertReq(true);
            TimeStampResponse response = respond(requests.generate(new ASN1ObjectIdentifier(algorithm), digest));
            if (response.getTimeStampToken() == null) {
                throw new IllegalStateException("The demonstration time-stamp authority refused: " + response.getStatusString());
            }
            return response.getTimeStampToken().getEncoded();
        } catch (IOException | TSPException e) {
            throw new IllegalStateException("The demonstration time-stamp authority can't answer", e);
        }
    }

    /** Answers a request; one that can't be understood gets the answer "rejected, bad data format". */
    byte[] answer(byte[] request) {
        try {
            TimeStampRequest understood;
            try {
                understood = new TimeStampRequest(request);
            } catch (IOException | RuntimeException e) {
                return generator()
                        .generateFailResponse(PKIStatus.REJECTION, PKIFailureInfo.badDataFormat, "not a request")
                        .getEncoded();
            }
            return respond(understood).getEncoded();
        } catch (IOException | TSPException e) {
            throw new IllegalStateException("The demonstration time-stamp authority can't answer", e);
        }
    }

    private TimeStampResponse respond(TimeStampRequest request) throws TSPException {
        return generator().generate(request, new BigInteger(63, random), Date.from(clock.instant()));
    }

    private TimeStampResponseGenerator generator() throws TSPException {
        try {
            SigningKey key = authority.timeStampKey();
            DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                    new SignerInfoGeneratorBuilder(digests)
                            .build(key.signer(), new JcaX509CertificateHolder(key.certificate())),
                    digests.get(new AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                    POLICY);
            tokens.addCertificates(new JcaCertStore(key.chain()));
            return new TimeStampResponseGenerator(
                    tokens, Set.of(TSPAlgorithms.SHA256, TSPAlgorithms.SHA384, TSPAlgorithms.SHA512));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("The demonstration time-stamp authority can't stamp", e);
        }
    }
}
