package org.anuyat.signing.service.levels;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.anuyat.signing.api.SealedDocument;
import org.anuyat.signing.api.SignatureLevel;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.api.levels.LevelState;
import org.anuyat.signing.api.levels.RenewalReport;
import org.anuyat.signing.api.levels.SealLevels;
import org.anuyat.signing.service.OnlyHere;
import org.anuyat.signing.service.SigningSettings;
import org.anuyat.signing.service.stamps.StampSettings;
import org.springframework.stereotype.Component;

/** Follows sealed documents, and tells how far they have come. */
@Component
@OnlyHere
public class Levels implements SealLevels {

    private static final int MOST_YEARS = 50;
    private static final int READINGS = 3;

    private final LevelStore store;
    private final StampSettings settings;
    private final Clock clock;

    Levels(LevelStore store, SigningSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings.timeStamps();
        this.clock = clock;
    }

    /** Follows a document from now on; nothing happens when it is followed already or wants no more than level B. */
    public void follow(String key, SignatureLevel wanted, SealedDocument sealed) {
        if (wanted == SignatureLevel.PAdES_BASELINE_B) {
            return;
        }
        Instant now = clock.instant();
        boolean done = sealed.level().compareTo(wanted) >= 0;
        store.begin(
                new LevelRecord(
                        key,
                        wanted,
                        sealed.level(),
                        false,
                        0,
                        Raising.sha256(sealed.pdf()),
                        now,
                        0,
                        null,
                        done ? null : now.plus(settings.settle()),
                        null,
                        List.of(),
                        sealed.signer(),
                        sealed.certificateSha256(),
                        sealed.sealedAt()),
                sealed.pdf());
    }

    @Override
    public LevelState state(String key) {
        return require(key).state();
    }

    @Override
    public SealedDocument latest(String key) {
        for (int reading = 0; reading < READINGS; reading++) {
            LevelRecord record = require(key);
            byte[] pdf = store.document(record).orElse(null);
            if (pdf != null) {
                return new SealedDocument(
                        pdf, record.reached(), record.signer(), record.certificateSha256(), record.sealedAt());
            }
        }
        throw new SigningRefusal(SigningProblem.KEY_UNAVAILABLE, "The document is missing from the store");
    }

    @Override
    public RenewalReport renewals(int years) {
        if (years < 1 || years > MOST_YEARS) {
            throw new SigningRefusal(SigningProblem.BAD_ORDER, "A report is about 1 to 50 years");
        }
        Instant now = clock.instant();
        int first = now.atZone(ZoneOffset.UTC).getYear();
        long[] due = new long[years];
        long followed = 0;
        for (String id : store.allIds()) {
            LevelRecord record = store.byId(id).orElse(null);
            if (record == null) {
                continue;
            }
            followed++;
            record.renewalDue(settings)
                    .map(from -> Math.max(0, from.atZone(ZoneOffset.UTC).getYear() - first))
                    .filter(year -> year < years)
                    .ifPresent(year -> due[year]++);
        }
        List<RenewalReport.Year> rows = new ArrayList<>();
        for (int year = 0; year < years; year++) {
            rows.add(new RenewalReport.Year(first + year, due[year]));
        }
        return new RenewalReport(now, followed, store.pendingIds().size(), rows);
    }

    private LevelRecord require(String key) {
        return store.find(key)
                .orElseThrow(() -> new SigningRefusal(
                        SigningProblem.UNKNOWN_DOCUMENT, "No document is followed under this key"));
    }
}
