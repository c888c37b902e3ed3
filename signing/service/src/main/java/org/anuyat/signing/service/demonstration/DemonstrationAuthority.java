package org.anuyat.signing.service.demonstration;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.anuyat.signing.service.SigningSettings.DemonstrationSettings;
import org.anuyat.signing.service.demonstration.Issuance.Issued;
import org.anuyat.signing.service.demonstration.Issuance.Purpose;
import org.anuyat.signing.service.disk.PrivateFolder;
import org.anuyat.signing.service.keys.KeyStoreFile;
import org.anuyat.signing.service.keys.SealKeys;
import org.anuyat.signing.service.keys.SigningKey;

/**
 * A root, an issuing authority below it, an OCSP responder, and a seal for every agency that asks. Made at first start, kept
 * in PKCS#12 files, the same from then on.
 */
public final class DemonstrationAuthority implements SealKeys {

    static final String ROOT = "root";
    static final String ISSUING = "issuing";
    private static final String OCSP = "ocsp";
    private static final String SEAL = "seal-";

    /** Bounds what someone who may seal can make the authority produce. */
    private static final int MOST_SEALS = 500;

    private static final Pattern AGENCY = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final PrivateFolder folder;
    private final DemonstrationSettings settings;
    private final Clock clock;
    private final String password;
    private final SigningKey root;
    private final SigningKey issuing;
    private final SigningKey ocsp;
    private final Map<String, SigningKey> seals = new ConcurrentHashMap<>();

    /** Opens the authority in a folder, or founds it there. */
    public DemonstrationAuthority(PrivateFolder folder, DemonstrationSettings settings, Clock clock) {
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
        this.password = settings.password() != null ? settings.password() : generatedPassword();
        this.root = key(ROOT, () -> issuance().issue(null, ROOT, "Anuyat Root CA", Purpose.ROOT));
        this.issuing = key(ISSUING, () -> issuance().issue(root, ROOT, "Anuyat Issuing CA", Purpose.ISSUER));
        this.ocsp = key(OCSP, () -> issuance().issue(issuing, ISSUING, "Anuyat OCSP", Purpose.OCSP));
    }

    @Override
    public Optional<SigningKey> of(String agency) {
        if (!AGENCY.matcher(agency).matches()) {
            return Optional.empty();
        }
        SigningKey seal = seals.get(agency);
        return seal != null ? Optional.of(seal) : openOrIssue(agency);
    }

    private synchronized Optional<SigningKey> openOrIssue(String agency) {
        if (seals.size() >= MOST_SEALS && !seals.containsKey(agency)) {
            return Optional.empty();
        }
        return Optional.of(seals.computeIfAbsent(agency, code -> {
            String name = settings.agencies().getOrDefault(code, code);
            return key(SEAL + code, () -> issuance().issue(issuing, ISSUING, name, Purpose.SEAL));
        }));
    }

    @Override
    public Map<String, SigningKey> all() {
        return Map.copyOf(seals);
    }

    /** The root certificate: whoever trusts it trusts everything that is sealed here. */
    public X509Certificate rootCertificate() {
        return root.certificate();
    }

    SigningKey rootKey() {
        return root;
    }

    SigningKey issuingKey() {
        return issuing;
    }

    SigningKey ocspKey() {
        return ocsp;
    }

    private Issuance issuance() {
        return new Issuance(settings.publicUrl(), clock.instant());
    }

    private SigningKey key(String name, Supplier<Issued> issue) {
        String file = name + ".p12";
        return folder.read(file)
                .map(bytes -> KeyStoreFile.read(bytes, password, null))
                .orElseGet(() -> folder.exclusively(() -> folder.read(file)
                        .map(bytes -> KeyStoreFile.read(bytes, password, null))
                        .orElseGet(() -> {
                            Issued issued = issue.get();
                            folder.writeOnce(
                                    file,
                                    KeyStoreFile.write(issued.keys().getPrivate(), issued.chain(), password));
                            return issued.key();
                        })));
    }

    private String generatedPassword() {
        return folder.exclusively(() -> folder.read("password")
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII))
                .orElseGet(() -> {
                    byte[] random = new byte[32];
                    new SecureRandom().nextBytes(random);
                    String generated = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
                    folder.writeOnce("password", generated.getBytes(StandardCharsets.US_ASCII));
                    return generated;
                }));
    }
}
