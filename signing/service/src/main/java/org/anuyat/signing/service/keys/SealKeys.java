package org.anuyat.signing.service.keys;

import java.util.Map;
import java.util.Optional;

/** A place where seal keys are kept: files (PKCS#12), the demonstration authority; tokens (PKCS#11) fit in the same way. */
public interface SealKeys {

    /** The key that seals an agency's documents now; empty when there is none in this place. */
    Optional<SigningKey> of(String agency);

    /** The keys that are there already, by agency. */
    Map<String, SigningKey> all();
}
