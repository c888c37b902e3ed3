package org.anuyat.signing.service.csc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages of the Cloud Signature Consortium's API 2.0.0.2, as far as they are used here; both ends share them. */
final class Csc {

    static final String PATH = "/csc/v2";
    static final String SHA256 = "2.16.840.1.101.3.4.2.1";
    static final String RSA = "1.2.840.113549.1.1.1";
    static final String RSA_SHA256 = "1.2.840.113549.1.1.11";
    static final String ECDSA_SHA256 = "1.2.840.10045.4.3.2";
    static final String P256 = "1.2.840.10045.3.1.7";

    private Csc() {}

    /**
     * 11.1 info.
     *
     * @param issuer whose access tokens count: a client that knows nothing else gets its token there (RFC 8414)
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Info(
            String specs,
            String name,
            String logo,
            String region,
            String lang,
            String description,
            List<String> authType,
            @JsonProperty("oauth2Issuer") @Nullable String issuer,
            List<String> methods,
            Algorithms signAlgorithms,
            @JsonProperty("signature_formats") Formats signatureFormats) {}

    /** The signature algorithms of all credentials. */
    record Algorithms(List<String> algos) {}

    /** The formats that documents are signed in: none where only hashes are. */
    record Formats(List<String> formats) {}

    /** 11.4 credentials/list. */
    record ListRequest(@Nullable Integer maxResults, @Nullable Boolean credentialInfo, @Nullable String certificates) {}

    /** Its answer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Credentials(
            @JsonProperty("credentialIDs") List<String> credentialIds, @Nullable List<Listed> credentialInfos) {}

    /** One credential of the list, described as by credentials/info. */
    record Listed(@JsonProperty("credentialID") String credentialId, @JsonUnwrapped Credential credential) {}

    /** 11.5 credentials/info. */
    record InfoRequest(@JsonProperty("credentialID") @Nullable String credentialId, @Nullable String certificates) {}

    /** Its answer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Credential(
            String description,
            Key key,
            Certificate cert,
            Authorization auth,
            @JsonProperty("SCAL") String scal,
            @Nullable Integer multisign,
            String lang) {}

    /** The key of a credential. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Key(String status, List<String> algo, @Nullable Integer len, @Nullable String curve) {}

    /** The certificate of a credential with its issuers, base64 of DER. */
    record Certificate(
            String status,
            List<String> certificates,
            @JsonProperty("issuerDN") String issuerName,
            String serialNumber,
            @JsonProperty("subjectDN") String subjectName,
            String validFrom,
            String validTo) {}

    /** How a credential is authorised. */
    record Authorization(String mode, String expression, List<AuthorizationObject> objects) {}

    /** One part of an authorisation. */
    record AuthorizationObject(String type, String id, String format, String label) {}

    /** 11.6 credentials/authorize. */
    record AuthorizeRequest(
            @JsonProperty("credentialID") @Nullable String credentialId,
            @Nullable Integer numSignatures,
            @Nullable List<String> hashes,
            @JsonProperty("hashAlgorithmOID") @Nullable String hashAlgorithm,
            @Nullable List<AuthData> authData) {}

    /** What the caller authorises with. */
    record AuthData(@Nullable String id, @Nullable String value) {

        @Override
        public String toString() {
            return "AuthData[id=" + id + "]";
        }
    }

    /** Its answer: the signature activation data, and for how many seconds: other services may leave that out. */
    record Authorized(@JsonProperty("SAD") String sad, @Nullable Long expiresIn) {}

    /** 11.10 signatures/signHash. */
    record SignRequest(
            @JsonProperty("credentialID") @Nullable String credentialId,
            @JsonProperty("SAD") @Nullable String sad,
            @Nullable List<String> hashes,
            @JsonProperty("hashAlgorithmOID") @Nullable String hashAlgorithm,
            @Nullable String signAlgo) {}

    /** Its answer. */
    record Signatures(List<String> signatures) {}

    /** 10.1: what went wrong. */
    record Problem(String error, @JsonProperty("error_description") String description) {}
}
