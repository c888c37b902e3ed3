package org.anuyat.signing.service.demonstration;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.anuyat.signing.service.SigningSettings.DemonstrationSettings;
import org.anuyat.signing.service.demonstration.Issuance.Issued;
import org.anuyat.signing.service.demonstration.Issuance.Purpose;
import org.anuyat.signing.service.disk.PrivateFolder;
import org.anuyat.signing.service.keys.AgencyKey;
import org.anuyat.signing.service.keys.KeyPlace;
import org.anuyat.signing.service.keys.configured.KeyStoreFile;
import org.anuyat.signing.service.keys.KeyUse;
import org.anuyat.signing.service.keys.SigningKey;

/**
 * A root, an issuing authority below it, an OCSP responder, a time-stamp authority, a seal and a token key for every agency
 * and a key for every officer that ask. Made at first start, kept in PKCS#12 files, the same from then on.
 */
public final class DemonstrationAuthority implements KeyPlace {

    static final String ROOT = "root";
    static final String ISSUING = "issuing";
    private static final String OCSP = "ocsp";
    private static final String TIME_STAMPS = "tsa";

    /** Bounds what someone who may seal can make the authority produce. */
    private static final int MOST_KEYS = 1000;

    private static final Pattern AGENCY = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern OFFICER = Pattern.compile("[A-Za-z0-9._-]{1,64}/[A-Za-z0-9._-]{1,64}");

    /** What stands for the slash in names of files. */
    private static final char BETWEEN = '~';

    private final PrivateFolder folder;
    private final DemonstrationSettings settings;
    private final Clock clock;
    private final String password;
    private final SigningKey root;
    private final SigningKey issuing;
    private final SigningKey ocsp;
    private final SigningKey timeStamps;
    private final Map<String, AgencyKey> keys = new ConcurrentHashMap<>();

    /** Opens the authority in a folder, or founds it there. */
    public DemonstrationAuthority(PrivateFolder folder, DemonstrationSettings settings, Clock clock) {
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
        this.password = settings.password() != null ? settings.password() : generatedPassword();
        this.root = key(ROOT, () -> issuance().issue(null, ROOT, "Anuyat Root CA", Purpose.ROOT));
        this.issuing = key(ISSUING, () -> issuance().issue(root, ROOT, "Anuyat Issuing CA", Purpose.ISSUER));
        this.ocsp = key(OCSP, () -> issuance().issue(issuing, ISSUING, "Anuyat OCSP", Purpose.OCSP));
        this.timeStamps = key(TIME_STAMPS, () -> issuance().issue(issuing, ISSUING, "Anuyat TSA", Purpose.TIME_STAMPS));
        for (KeyUse use : KeyUse.values()) {
            // those of former starts: tokens that they signed are still about
            folder.names(prefix(use), ".p12").forEach(file ->
                    of(file.substring(prefix(use).length(), file.length() - ".p12".length()).replace(BETWEEN, '/'), use));
        }
    }

    @Override
    public List<AgencyKey> of(String agency, KeyUse use) {
        if (!(use == KeyUse.OFFICER ? OFFICER : AGENCY).matcher(agency).matches()) {
            return List.of();
        }
        String name = prefix(use) + agency.replace('/', BETWEEN);
        AgencyKey key = keys.get(name);
        return key != null ? List.of(key) : openOrIssue(name, agency, use);
    }

    private synchronized List<AgencyKey> openOrIssue(String name, String agency, KeyUse use) {
        if (keys.size() >= MOST_KEYS && !keys.containsKey(name)) {
            return List.of();
        }
        return List.of(keys.computeIfAbsent(name, file -> {
            String holder = settings.holder(agency);
            Purpose purpose = use == KeyUse.TOKEN ? Purpose.TOKEN : Purpose.SEAL;
            return AgencyKey.whileValid(
                    agency, use, key(file, () -> issuance().issue(issuing, ISSUING, holder, settings.position(agency), purpose)));
        }));
    }

    private static String prefix(KeyUse use) {
        return use.name().toLowerCase(Locale.ROOT) + "-";
    }

    @Override
    public List<AgencyKey> all() {
        return List.copyOf(keys.values());
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

    SigningKey timeStampKey() {
        return timeStamps;
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
