package org.anuyat.accounts.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/** Keys that sign tokens. */
public final class SigningKey {

    private static final int BITS = 2048;

    private SigningKey() {}

    /** A new key pair. Its id is its RFC 7638 thumbprint, so that it never changes. */
    public static RSAKey generate() throws JOSEException {
        return new RSAKeyGenerator(BITS)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .keyIDFromThumbprint(true)
                .generate();
    }
}
