package org.anuyat.signing.service.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.anuyat.signing.service.OnlyHere;
import org.anuyat.signing.service.SigningSettings;
import org.anuyat.signing.service.SigningSettings.KeyStoreSettings;
import org.anuyat.signing.validation.certificates.DemonstrationLabel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The seal keys from the PKCS#12 files that the settings name, read once at start so that a wrong password stops it. */
@Component
@OnlyHere
@Order(1)
class ConfiguredSealKeys implements SealKeys {

    private final Map<String, SigningKey> keys = new TreeMap<>();

    ConfiguredSealKeys(SigningSettings settings) {
        settings.keys().forEach((agency, store) -> keys.put(agency, open(agency, store)));
    }

    private static SigningKey open(String agency, KeyStoreSettings store) {
        SigningKey key;
        try {
            key = KeyStoreFile.read(Files.readAllBytes(store.file()), store.password(), store.alias());
        } catch (IOException | IllegalStateException e) {
            throw new IllegalStateException(
                    "The seal key of the agency %s (anuyat.signing.keys) can't be read from %s: %s"
                            .formatted(agency, store.file(), e.getMessage()),
                    e);
        }
        if (DemonstrationLabel.isOn(key.certificate())) {
            throw new IllegalStateException(
                    "The seal key of the agency %s (anuyat.signing.keys) is a demonstration key".formatted(agency));
        }
        return key;
    }

    @Override
    public Optional<SigningKey> of(String agency) {
        return Optional.ofNullable(keys.get(agency));
    }

    @Override
    public Map<String, SigningKey> all() {
        return Map.copyOf(keys);
    }
}
