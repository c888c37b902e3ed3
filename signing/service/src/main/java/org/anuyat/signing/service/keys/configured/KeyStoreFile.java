package org.anuyat.signing.service.keys.configured;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.anuyat.signing.service.keys.SigningKey;
import org.jspecify.annotations.Nullable;

/** Reads and makes PKCS#12 key stores that hold one key each. */
public final class KeyStoreFile {

    private KeyStoreFile() {}

    /**
     * Reads a key.
     *
     * @param alias which entry; null = the only one
     * @throws IllegalStateException when the password is wrong or there is no such key
     */
    public static SigningKey read(byte[] pkcs12, String password, @Nullable String alias) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(pkcs12), password.toCharArray());
            String entry = alias == null ? onlyKey(store) : alias;
            if (!(store.getKey(entry, password.toCharArray()) instanceof PrivateKey key)) {
                throw new IllegalStateException("The key store has no private key named " + entry);
            }
            return new SigningKey(key, chain(store.getCertificateChain(entry)), null);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The key store can't be opened: " + e.getMessage(), e);
        }
    }

    /** Makes a key store. */
    public static byte[] write(PrivateKey key, List<X509Certificate> chain, String password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("key", key, password.toCharArray(), chain.toArray(X509Certificate[]::new));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, password.toCharArray());
            return bytes.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The key store can't be made", e);
        }
    }

    /** The name of the only key in a store. */
    static String onlyKey(KeyStore store) throws GeneralSecurityException {
        List<String> keys = Collections.list(store.aliases()).stream()
                .filter(alias -> isKey(store, alias))
                .toList();
        if (keys.size() != 1) {
            throw new IllegalStateException("The key store holds " + keys.size() + " keys: name one by its alias");
        }
        return keys.get(0);
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key store can't be read", e);
        }
    }

    private static List<X509Certificate> chain(Certificate[] certificates) {
        return Stream.of(certificates).map(X509Certificate.class::cast).toList();
    }
}
