package org.anuyat.signing.service;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.anuyat.access.Protection;
import org.anuyat.signing.api.DocumentKind;
import org.anuyat.signing.api.SignatureLevel;
import org.anuyat.signing.service.keys.configured.KeySettings;
import org.anuyat.signing.service.keys.KeyUse;
import org.anuyat.signing.service.stamps.StampSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the signing service.
 *
 * @param home folder for what it keeps: sealed documents, and the demonstration keys
 * @param levels signature level by document kind; not named: permits {@link SignatureLevel#PAdES_BASELINE_LTA}, all others
 *     {@link SignatureLevel#PAdES_BASELINE_B}
 * @param keys real keys by agency code; the newest that is on duty signs
 * @param officers keys of officers by agency code and officer; their {@code use} says nothing
 * @param trustAnchors folder with the trusted root certificates (PEM or DER files); none = no real authority is trusted
 * @param sealedKept how long a sealed document is kept so that a repeated order gets the same one
 * @param largest the largest document that is sealed or validated
 * @param http who may call the service from another process
 */
@ConfigurationProperties("anuyat.signing")
public record SigningSettings(
        @DefaultValue("data/signing") Path home,
        @DefaultValue Map<DocumentKind, SignatureLevel> levels,
        @DefaultValue Map<String, List<KeySettings>> keys,
        @DefaultValue Map<String, Map<String, List<KeySettings>>> officers,
        @Nullable Path trustAnchors,
        @DefaultValue("30d") Duration sealedKept,
        @DefaultValue("32MB") DataSize largest,
        @DefaultValue Protection http,
        @DefaultValue ValidationSettings validation,
        @DefaultValue RevocationSettings revocation,
        @DefaultValue StampSettings timeStamps,
        @Nullable ProxySettings proxy,
        @DefaultValue DemonstrationSettings demonstration) {

    /** The level for a kind of document. */
    public SignatureLevel level(DocumentKind kind) {
        return levels.getOrDefault(
                kind,
                kind == DocumentKind.PERMIT ? SignatureLevel.PAdES_BASELINE_LTA : SignatureLevel.PAdES_BASELINE_B);
    }

    /** Whether any agency has a key of its own for its seal. */
    public boolean canSeal() {
        return keys.values().stream().flatMap(List::stream).anyMatch(key -> key.use() == KeyUse.SEAL);
    }

    /**
     * Bounds of a validation.
     *
     * @param threads how many run at once
     * @param waiting how many may wait for a thread
     * @param timeLimit after which the answer is that the file is too complex
     * @param pages most pages
     * @param revisions most revisions, and most signatures
     * @param expanded most bytes that the file's compressed parts may expand to
     */
    public record ValidationSettings(
            @DefaultValue("2") int threads,
            @DefaultValue("32") int waiting,
            @DefaultValue("20s") Duration timeLimit,
            @DefaultValue("2000") int pages,
            @DefaultValue("64") int revisions,
            @DefaultValue("256MB") DataSize expanded) {}

    /**
     * Where the revocation state of real certificates comes from.
     *
     * @param online whether to ask the authority's OCSP responder and CRL over the network; only for trusted chains
     * @param timeLimit for each request
     * @param cached how long an answer serves validations, at most until the authority's next update; raising a document always
     *     asks anew
     */
    public record RevocationSettings(
            @DefaultValue("true") boolean online,
            @DefaultValue("5s") Duration timeLimit,
            @DefaultValue("10m") Duration cached) {}

    /**
     * The proxy through which time-stamp authorities, OCSP responders and revocation lists are asked.
     *
     * @param excluded hosts that are asked without it
     */
    public record ProxySettings(
            String host,
            int port,
            @Nullable String user,
            @Nullable String password,
            @DefaultValue List<String> excluded) {

        @Override
        public String toString() {
            return "ProxySettings[host=" + host + ", port=" + port + "]";
        }
    }

    /**
     * The demonstration authority.
     *
     * @param enabled whether there is one; not set = in demonstration mode only
     * @param password of its key stores; not set = made at first start
     * @param publicUrl where others reach this process, for the addresses in the certificates
     * @param agencies names for the certificates by agency code; agencies not named get their code
     * @param officers names for the certificates by agency code and officer; officers not named get both
     * @param positions of officers, for the certificates, by agency code and officer; certificates of others name none
     */
    public record DemonstrationSettings(
            @Nullable Boolean enabled,
            @Nullable String password,
            @DefaultValue("http://localhost:8080") String publicUrl,
            @DefaultValue Map<String, String> agencies,
            @DefaultValue Map<String, Map<String, String>> officers,
            @DefaultValue Map<String, Map<String, String>> positions) {

        /** The position of an officer as {@code agency/officer}; empty for agencies. */
        public String position(String owner) {
            int slash = owner.indexOf('/');
            return slash < 0
                    ? ""
                    : positions.getOrDefault(owner.substring(0, slash), Map.of())
                            .getOrDefault(owner.substring(slash + 1), "");
        }

        /** The name for the certificate of an agency, or of an officer as {@code agency/officer}. */
        public String holder(String owner) {
            int slash = owner.indexOf('/');
            return slash < 0
                    ? agencies.getOrDefault(owner, owner)
                    : officers.getOrDefault(owner.substring(0, slash), Map.of())
                            .getOrDefault(owner.substring(slash + 1), owner);
        }

        @Override
        public String toString() {
            return "DemonstrationSettings[enabled=" + enabled + ", publicUrl=" + publicUrl + "]";
        }
    }
}
