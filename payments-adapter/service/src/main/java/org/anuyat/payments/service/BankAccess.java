package org.anuyat.payments.service;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A bank and how to reach it, {@code anuyat.payments.banks.<name>.*}. Which of them an interface needs, its adapter says at the start.
 *
 * @param adapter which documented interface it speaks
 * @param code three digits of the Bank of Thailand's list
 * @param baseUrl where the bank is asked, without trailing slash
 * @param applicationKey who we are at the bank, or who the bank says it is in the messages that bear a user
 * @param applicationSecret the secret that belongs to it
 * @param callbackSecret unguessable last part of the callback's path, at least 16 characters
 * @param callbackFrom addresses or networks (CIDR) that callbacks may come from; empty for any
 * @param callbackUser with {@code callbackPassword}: callbacks must bear them as HTTP Basic (RFC 7617)
 * @param callbackCertificate callbacks must come with such a client certificate
 * @param billers the bank's own codes of billers, each with the 15 digits that it stands for
 * @param dialect what the bank's sheet says and the adapter can't know, by names that the adapter documents
 */
public record BankAccess(
        @DefaultValue("scb") String adapter,
        @DefaultValue("014") String code,
        @Nullable URI baseUrl,
        @Nullable String applicationKey,
        @Nullable String applicationSecret,
        String callbackSecret,
        @DefaultValue List<String> callbackFrom,
        @Nullable String callbackUser,
        @Nullable String callbackPassword,
        @Nullable Certificate callbackCertificate,
        @DefaultValue Map<String, String> billers,
        @DefaultValue Map<String, String> dialect,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout) {

    /**
     * A client certificate (mutual TLS), by its X.500 names (RFC 2253), of which one is enough. The chain is checked by whoever ends TLS.
     *
     * @param subject whose it is
     * @param issuer who made it: an authority that makes certificates for this bank only
     */
    public record Certificate(@Nullable String subject, @Nullable String issuer) {

        public Certificate {
            if (subject == null && issuer == null) {
                throw new IllegalArgumentException("callback-certificate needs a subject or an issuer");
            }
        }
    }

    public BankAccess {
        if (callbackSecret.length() < 16) {
            throw new IllegalArgumentException("callback-secret must have at least 16 characters");
        }
        if (!code.matches("[0-9]{3}")) {
            throw new IllegalArgumentException("code must have three digits, not " + code);
        }
        if ((callbackUser == null) != (callbackPassword == null)) {
            throw new IllegalArgumentException("callback-user and callback-password go together");
        }
    }

    /**
     * A setting that the bank's interface can't do without.
     *
     * @throws IllegalStateException naming it when it isn't set
     */
    public static <T> T needed(String setting, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException(setting + " must be set");
        }
        return value;
    }

    /**
     * What only the bank's sheet says.
     *
     * @throws IllegalStateException naming it when it isn't set
     */
    public String told(String name) {
        return needed("dialect." + name, dialect.get(name));
    }

    /** The 15 digits that a bank's code of a biller stands for; the code itself when it isn't in the settings. */
    public String biller(String theirs) {
        return billers.getOrDefault(theirs, theirs);
    }

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return adapter + " bank " + code + " at " + baseUrl;
    }
}
