package org.anuyat.signing.service.keys.configured;

import org.anuyat.signing.service.keys.SigningKey;

/** Opens keys that somebody else holds and signs with. */
public interface RemoteKeys {

    /**
     * Opens the key that settings name.
     *
     * @throws IllegalStateException when there is no such key or it can't be reached
     */
    SigningKey key(KeySettings settings);
}
