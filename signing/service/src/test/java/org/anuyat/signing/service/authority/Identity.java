package org.anuyat.signing.service.authority;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A key (ECDSA P-256) with its certificate. */
public record Identity(KeyPair keys, X509Certificate certificate) {

    ContentSigner signer() throws OperatorCreationException {
        return new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
    }
}
