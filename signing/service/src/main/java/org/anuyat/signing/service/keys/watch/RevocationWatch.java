package org.anuyat.signing.service.keys.watch;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.anuyat.signing.service.OnlyHere;
import org.anuyat.signing.service.SigningSettings;
import org.anuyat.signing.service.disk.PrivateFolder;
import org.anuyat.signing.service.keys.AgencyKey;
import org.anuyat.signing.service.keys.SealKeyring;
import org.anuyat.signing.service.trust.Revocations;
import org.anuyat.signing.validation.certificates.CertificateInfos;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks the authorities whether a certificate that we sign with was revoked, and takes its key from duty. Sealing doesn't wait for the
 * question; what is known is kept over restarts.
 */
@Component
@OnlyHere
public class RevocationWatch {

    private static final Logger LOG = LoggerFactory.getLogger(RevocationWatch.class);
    private static final String FILE = "revoked-certificates";

    private final SealKeyring keyring;
    private final Revocations revocations;
    private final PrivateFolder folder;
    private final Clock clock;
    private final Set<String> revoked = new ConcurrentSkipListSet<>();

    RevocationWatch(
            SealKeyring keyring, Revocations revocations, SigningSettings settings, Clock clock, MeterRegistry meters) {
        this.keyring = keyring;
        this.revocations = revocations;
        this.folder = PrivateFolder.at(settings.home()).folder("keys");
        this.clock = clock;
        revoked.addAll(known());
        revoked.forEach(keyring::withdraw);
        meters.gauge("anuyat.signing.certificates.revoked", revoked, Set::size);
    }

    private Set<String> known() {
        return folder.read(FILE)
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII).lines().collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /** Asks about the certificates of all keys whose time it is. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "${anuyat.signing.revocation.own-certificates-every:PT10M}")
    public synchronized void look() {
        keyring.all().stream()
                .filter(key -> key.servesAt(clock.instant()) && key.key().chain().size() > 1)
                .forEach(this::look);
    }

    private void look(AgencyKey key) {
        X509Certificate certificate = key.key().certificate();
        String name = CertificateInfos.sha256(certificate);
        switch (revocations.of(certificate, key.key().chain().get(1))) {
            case REVOKED -> {
                keyring.withdraw(name);
                if (revoked.add(name)) {
                    keep();
                    LOG.error(
                            "The certificate {} of {} ({}) was revoked: its key signs no more. Set a new one; what was sealed "
                                    + "with a time stamp before stays valid",
                            name.substring(0, 16),
                            key.agency(),
                            key.use());
                }
            }
            case GOOD -> {
                keyring.restore(name);
                if (revoked.remove(name)) {
                    keep();
                    LOG.warn("The certificate {} of {} isn't revoked any more", name.substring(0, 16), key.agency());
                }
            }
            // whoever can't be asked changes nothing
            case UNKNOWN -> {}
        }
    }

    private void keep() {
        folder.write(FILE, (String.join("\n", revoked) + "\n").getBytes(StandardCharsets.US_ASCII));
    }
}
