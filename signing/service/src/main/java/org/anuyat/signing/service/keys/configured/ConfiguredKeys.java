package org.anuyat.signing.service.keys.configured;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.anuyat.signing.service.OnlyHere;
import org.anuyat.signing.service.OnlyInDemonstration;
import org.anuyat.signing.service.SigningSettings;
import org.anuyat.signing.service.keys.AgencyKey;
import org.anuyat.signing.service.keys.KeyPlace;
import org.anuyat.signing.service.keys.KeyUse;
import org.anuyat.signing.service.keys.SigningKey;
import org.anuyat.signing.validation.certificates.CertificateFiles;
import org.anuyat.signing.validation.certificates.DemonstrationLabel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The keys that the settings name, opened once at start so that a wrong password stops it. */
@Component
@OnlyHere
@Order(1)
class ConfiguredKeys implements KeyPlace {

    private static final int SHORTEST_RSA = 3072;

    private final List<AgencyKey> keys = new ArrayList<>();
    private final ObjectProvider<RemoteKeys> remote;
    private final boolean demonstration;

    ConfiguredKeys(
            SigningSettings settings, CryptoProvider crypto, ObjectProvider<RemoteKeys> remote, Environment environment) {
        crypto.install();
        this.demonstration = OnlyInDemonstration.Mode.isOn(environment);
        this.remote = remote;
        settings.keys().forEach((agency, list) -> list.forEach(key -> keys.add(open(agency, key.use(), key))));
        settings.officers().forEach((agency, officers) -> officers.forEach((officer, list) ->
                list.forEach(key -> keys.add(open(AgencyKey.ofOfficer(agency, officer), KeyUse.OFFICER, key)))));
    }

    private AgencyKey open(String agency, KeyUse use, KeySettings settings) {
        SigningKey key;
        try {
            key = open(settings);
            requireFit(key, use);
        } catch (IOException | IllegalStateException e) {
            throw new IllegalStateException(
                    "A key of %s (anuyat.signing.keys, anuyat.signing.officers) can't be read from %s: %s"
                            .formatted(agency, settings.place(), reason(e)),
                    e);
        }
        if (DemonstrationLabel.isOn(key.certificate()) && !demonstration) {
            throw new IllegalStateException(
                    "The key of %s (anuyat.signing.keys, anuyat.signing.officers) is a demonstration key".formatted(agency));
        }
        AgencyKey whole = AgencyKey.whileValid(agency, use, key);
        return new AgencyKey(
                agency,
                use,
                key,
                settings.from() == null ? whole.from() : latest(settings.from(), whole.from()),
                settings.until() == null ? whole.until() : earliest(settings.until(), whole.until()));
    }

    /** Of a missing file Java says nothing but its name. */
    private static String reason(Exception e) {
        return e instanceof NoSuchFileException ? "there is no such file" : String.valueOf(e.getMessage());
    }

    private SigningKey open(KeySettings settings) throws IOException {
        if (settings.file() != null) {
            return KeyStoreFile.read(Files.readAllBytes(settings.file()), settings.secret(), settings.alias());
        }
        if (settings.pkcs11() != null) {
            return new Pkcs11Token(settings.pkcs11(), settings.secret())
                    .key(
                            settings.alias(),
                            settings.pkcs11().chain() == null
                                    ? List.of()
                                    : CertificateFiles.of(settings.pkcs11().chain()));
        }
        return remote.getObject().key(settings);
    }

    /** ETSI TS 119 312 recommends no RSA key under 3072 bits for signatures that are to last. */
    private static void requireFit(SigningKey key, KeyUse use) {
        boolean curve = key.certificate().getPublicKey() instanceof java.security.interfaces.ECPublicKey;
        if (use == KeyUse.TOKEN && !(curve && key.bits() == 256)) {
            throw new IllegalStateException("a key for tokens must be ECDSA P-256");
        }
        if (!curve && key.bits() < SHORTEST_RSA) {
            throw new IllegalStateException("an RSA key needs at least " + SHORTEST_RSA + " bits");
        }
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    @Override
    public List<AgencyKey> of(String agency, KeyUse use) {
        return keys.stream()
                .filter(key -> key.agency().equals(agency) && key.use() == use)
                .toList();
    }

    @Override
    public List<AgencyKey> all() {
        return List.copyOf(keys);
    }
}
