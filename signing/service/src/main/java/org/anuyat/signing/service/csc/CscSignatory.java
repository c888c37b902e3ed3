package org.anuyat.signing.service.csc;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.service.keys.Signatory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Has hashes signed by a trust-service provider: authorises each one, and then has it signed. */
final class CscSignatory implements Signatory {

    private final RestClient client;
    private final String credential;
    private final String pin;
    private final X509Certificate certificate;
    private final String jca;
    private final String algorithm;

    CscSignatory(RestClient client, String credential, String pin, X509Certificate certificate) {
        this.client = client;
        this.credential = credential;
        this.pin = pin;
        this.certificate = certificate;
        this.jca = "EC".equals(certificate.getPublicKey().getAlgorithm()) ? "SHA256withECDSA" : "SHA256withRSA";
        this.algorithm = "EC".equals(certificate.getPublicKey().getAlgorithm()) ? Csc.ECDSA_SHA256 : Csc.RSA_SHA256;
    }

    @Override
    public byte[] sign(byte[] data) {
        try {
            byte[] value = signHash(MessageDigest.getInstance("SHA-256").digest(data));
            // what somebody else computed is looked at before it goes into a document
            Signature verifier = Signature.getInstance(jca);
            verifier.initVerify(certificate);
            verifier.update(data);
            if (!verifier.verify(value)) {
                throw new SigningRefusal(
                        SigningProblem.KEY_UNAVAILABLE, "The remote service's signature isn't its certificate's");
            }
            return value;
        } catch (GeneralSecurityException e) {
            throw new SigningRefusal(
                    SigningProblem.KEY_UNAVAILABLE, "The remote service's signature can't be verified", e);
        }
    }

    @Override
    public byte[] signHash(byte[] sha256) {
        List<String> hashes = List.of(Base64.getEncoder().encodeToString(sha256));
        try {
            Csc.Authorized authorized = client.post()
                    .uri(Csc.PATH + "/credentials/authorize")
                    .body(new Csc.AuthorizeRequest(
                            credential, 1, hashes, Csc.SHA256, List.of(new Csc.AuthData("PIN", pin))))
                    .retrieve()
                    .body(Csc.Authorized.class);
            Csc.Signatures answer = client.post()
                    .uri(Csc.PATH + "/signatures/signHash")
                    .body(new Csc.SignRequest(
                            credential, authorized == null ? null : authorized.sad(), hashes, Csc.SHA256, algorithm))
                    .retrieve()
                    .body(Csc.Signatures.class);
            if (answer == null || answer.signatures() == null || answer.signatures().size() != 1) {
                throw new SigningRefusal(SigningProblem.KEY_UNAVAILABLE, "The remote service gave no signature");
            }
            return Base64.getDecoder().decode(answer.signatures().get(0));
        } catch (RestClientException | IllegalArgumentException e) {
            throw new SigningRefusal(SigningProblem.KEY_UNAVAILABLE, "The remote service didn't sign", e);
        }
    }
}
