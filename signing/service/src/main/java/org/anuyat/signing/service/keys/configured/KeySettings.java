package org.anuyat.signing.service.keys.configured;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.anuyat.signing.service.keys.KeyUse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One key of an agency and where it is kept: in a file, in a PKCS#11 token, or with a trust-service provider. Exactly one of
 * {@code file}, {@code pkcs11} and {@code csc} is set.
 *
 * @param use what it is for
 * @param file PKCS#12 key store
 * @param password of store and key, or the token's or credential's PIN; give it through the environment
 * @param passwordFile file that holds the password on its first line, instead of {@code password}
 * @param alias which key of the store or token; none = the only one
 * @param from when it takes over; none = when its certificate begins
 * @param until when it stops; none = when its certificate ends
 */
public record KeySettings(
        @DefaultValue("SEAL") KeyUse use,
        @Nullable Path file,
        @Nullable Pkcs11Settings pkcs11,
        @Nullable CscSettings csc,
        @Nullable String password,
        @Nullable Path passwordFile,
        @Nullable String alias,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** Refuses what names no place, or two. */
    public KeySettings {
        int places = (file == null ? 0 : 1) + (pkcs11 == null ? 0 : 1) + (csc == null ? 0 : 1);
        if (places != 1) {
            throw new IllegalArgumentException("A key needs exactly one of file, pkcs11 and csc");
        }
        if (password != null && passwordFile != null) {
            throw new IllegalArgumentException("A key has either a password or a password-file");
        }
    }

    /**
     * The password or PIN.
     *
     * @throws IllegalStateException when there is none or its file can't be read
     */
    public String secret() {
        if (password != null) {
            return password;
        }
        if (passwordFile == null) {
            throw new IllegalStateException("it has no password and no password-file");
        }
        try {
            String text = Files.readString(passwordFile, StandardCharsets.UTF_8);
            return text.lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new IllegalStateException("its password-file " + passwordFile + " can't be read", e);
        }
    }

    /** Where it is kept, for messages. */
    String place() {
        if (file != null) {
            return file.toString();
        }
        return pkcs11 != null ? "token " + pkcs11.library() : "service " + (csc == null ? "" : csc.url());
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "KeySettings[use=" + use + ", place=" + place() + ", alias=" + alias + "]";
    }

    /**
     * A token of a PKCS#11 library (HSM, smart card, SoftHSM).
     *
     * @param library the vendor's shared library
     * @param slot number of the slot; none = by its place in the list
     * @param slotIndex place of the slot in the library's list, counted from 0
     * @param chain file with the issuers' certificates (PEM), which tokens seldom hold
     */
    public record Pkcs11Settings(
            Path library, @Nullable Long slot, @DefaultValue("0") int slotIndex, @Nullable Path chain) {}

    /**
     * A credential at a trust-service provider (Cloud Signature Consortium API v2).
     *
     * @param url base of the service, up to and without {@code /csc/v2}
     * @param tokenUri where an access token is fetched with client credentials (OAuth 2.0)
     * @param scope what to ask the token for; empty = whatever the client gets
     * @param credential its credentialID; none = the only one
     * @param timeLimit for each request
     */
    public record CscSettings(
            URI url,
            URI tokenUri,
            String clientId,
            String clientSecret,
            @DefaultValue("") String scope,
            @Nullable String credential,
            @DefaultValue("20s") Duration timeLimit) {

        /** Without secrets. */
        @Override
        public String toString() {
            return "CscSettings[url=" + url + ", clientId=" + clientId + ", credential=" + credential + "]";
        }
    }
}
