package org.anuyat.signing.service.keys.configured;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.security.auth.login.FailedLoginException;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.service.keys.Signatory;
import org.anuyat.signing.service.keys.SigningKey;
import org.anuyat.signing.service.keys.configured.KeySettings.Pkcs11Settings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PKCS#11 token, through the JDK's own provider. Keys never leave it. When the token forgets the login or was away for a
 * while it is entered again; a refused PIN is not tried twice, because tokens lock themselves after some wrong ones.
 */
final class Pkcs11Token {

    private static final Logger LOG = LoggerFactory.getLogger(Pkcs11Token.class);

    /** A library may be set up for a slot only once in a process. */
    private static final Map<String, Provider> PROVIDERS = new ConcurrentHashMap<>();

    private final Pkcs11Settings settings;
    private final String pin;
    private final Provider provider;
    private KeyStore store;
    private boolean refused;

    /**
     * Enters the token.
     *
     * @throws IllegalStateException when the library or the token isn't there, or the PIN is wrong
     */
    Pkcs11Token(Pkcs11Settings settings, String pin) {
        this.settings = settings;
        this.pin = pin;
        String slot = settings.slot() == null
                ? "slotListIndex=" + settings.slotIndex()
                : "slot=" + settings.slot();
        this.provider = PROVIDERS.computeIfAbsent(settings.library() + " " + slot, key -> provider(slot));
        try {
            this.store = enter();
        } catch (GeneralSecurityException | IOException | ProviderException e) {
            throw new IllegalStateException("the token can't be entered: " + reason(e), e);
        }
    }

    private Provider provider(String slot) {
        Provider sun = Security.getProvider("SunPKCS11");
        if (sun == null) {
            throw new IllegalStateException("this Java runtime has no PKCS#11 support (module jdk.crypto.cryptoki)");
        }
        String configuration = "--name=anuyat%d\nlibrary=\"%s\"\n%s\n"
                .formatted(PROVIDERS.size(), settings.library().toAbsolutePath(), slot);
        try {
            Provider configured = sun.configure(configuration);
            // keys of a provider that isn't registered are not recognised by the JDK's own classes
            Security.addProvider(configured);
            return configured;
        } catch (RuntimeException e) {
            throw new IllegalStateException("the PKCS#11 library can't be loaded: " + reason(e), e);
        }
    }

    private KeyStore enter() throws GeneralSecurityException, IOException {
        KeyStore entered = KeyStore.getInstance("PKCS11", provider);
        entered.load(null, pin.toCharArray());
        return entered;
    }

    /**
     * A key of the token.
     *
     * @param alias its label; null = the only one
     * @param issuers certificates to complete the chain with
     * @throws IllegalStateException when there is no such key; one without a certificate of the same CKA_ID can't be seen
     */
    SigningKey key(@Nullable String alias, List<X509Certificate> issuers) {
        try {
            String label = alias == null ? KeyStoreFile.onlyKey(store) : alias;
            if (!(store.getKey(label, null) instanceof PrivateKey)
                    || !(store.getCertificate(label) instanceof X509Certificate certificate)) {
                throw new IllegalStateException("the token has no private key with a certificate named " + label);
            }
            return new SigningKey(new InToken(label, certificate), chain(certificate, issuers));
        } catch (GeneralSecurityException | ProviderException e) {
            throw new IllegalStateException("the token can't be read: " + reason(e), e);
        }
    }

    private static List<X509Certificate> chain(X509Certificate certificate, List<X509Certificate> issuers) {
        List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
        boolean grown = true;
        while (grown) {
            X509Certificate last = chain.get(chain.size() - 1);
            grown = issuers.stream()
                    .filter(issuer -> !chain.contains(issuer))
                    .filter(issuer -> issuer.getSubjectX500Principal().equals(last.getIssuerX500Principal()))
                    .findFirst()
                    .map(chain::add)
                    .orElse(false);
        }
        return chain;
    }

    private byte[] sign(InToken key, Function<SigningKey, byte[]> work) {
        try {
            return work.apply(handle(key));
        } catch (GeneralSecurityException | ProviderException | SigningRefusal e) {
            LOG.warn("The token didn't sign ({}); entering it again", reason(e));
        }
        try {
            enterAgain();
            return work.apply(handle(key));
        } catch (GeneralSecurityException | IOException | ProviderException | SigningRefusal e) {
            throw new SigningRefusal(SigningProblem.KEY_UNAVAILABLE, "The token didn't sign: " + reason(e), e);
        }
    }

    /** The key as it is while the token keeps its login. */
    private SigningKey handle(InToken key) throws GeneralSecurityException {
        return new SigningKey(privateKey(key.label), List.of(key.certificate), provider);
    }

    private final class InToken implements Signatory {

        private final String label;
        private final X509Certificate certificate;

        InToken(String label, X509Certificate certificate) {
            this.label = label;
            this.certificate = certificate;
        }

        @Override
        public byte[] sign(byte[] data) {
            return Pkcs11Token.this.sign(this, key -> key.sign(data));
        }

        @Override
        public byte[] signHash(byte[] sha256) {
            return Pkcs11Token.this.sign(this, key -> key.signHash(sha256));
        }
    }

    private synchronized PrivateKey privateKey(String label) throws GeneralSecurityException {
        if (store.getKey(label, null) instanceof PrivateKey key) {
            return key;
        }
        throw new GeneralSecurityException("the key is gone");
    }

    private synchronized void enterAgain() throws GeneralSecurityException, IOException {
        if (refused) {
            throw new GeneralSecurityException("it refused the PIN, which isn't tried again before a restart");
        }
        try {
            store = enter();
        } catch (IOException e) {
            refused = isRefusal(e);
            throw e;
        }
    }

    private static boolean isRefusal(@Nullable Throwable e) {
        return e != null && (e instanceof FailedLoginException || isRefusal(e.getCause()));
    }

    /** The innermost message: that is where the library's return code is (CKR_…). */
    private static String reason(Throwable e) {
        Throwable inner = e;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        return String.valueOf(inner.getMessage());
    }
}
