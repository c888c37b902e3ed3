package org.anuyat.signing.service.sealing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Stream;
import org.anuyat.signing.api.DocumentKind;
import org.anuyat.signing.api.DocumentSealing;
import org.anuyat.signing.api.SealOrder;
import org.anuyat.signing.api.SealedDocument;
import org.anuyat.signing.api.SignatureLevel;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.service.OnlyHere;
import org.anuyat.signing.service.SigningSettings;
import org.anuyat.signing.service.keys.SealKeyring;
import org.anuyat.signing.service.keys.SigningKey;
import org.anuyat.signing.service.levels.Levels;
import org.anuyat.signing.service.stamps.TimeStamps;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.springframework.stereotype.Component;

/** Seals documents in this process. */
@Component
@OnlyHere
class Sealing implements DocumentSealing {

    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_TEXT = 200;

    private final SealKeyring keys;
    private final PadesSigner signer;
    private final SealedStore store;
    private final Levels levels;
    private final SigningSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Object[] locks = Stream.generate(Object::new).limit(64).toArray();

    Sealing(
            SealKeyring keys,
            PadesSigner signer,
            SealedStore store,
            Levels levels,
            TimeStamps timeStamps,
            SigningSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.keys = keys;
        this.signer = signer;
        this.store = store;
        this.levels = levels;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
        for (DocumentKind kind : DocumentKind.values()) {
            requireReachable(kind, timeStamps.any());
        }
    }

    /** An installation that can seal has to be able to reach what its settings promise, or says so before the first permit. */
    private void requireReachable(DocumentKind kind, boolean stamps) {
        SignatureLevel level = settings.level(kind);
        if (level == SignatureLevel.PAdES_BASELINE_LT) {
            throw new IllegalStateException(("anuyat.signing.levels.%s: revocation data that no archive time stamp covers "
                            + "are refused by the strict validation; set PAdES_BASELINE_LTA, which holds LT")
                    .formatted(kind));
        }
        if (level != SignatureLevel.PAdES_BASELINE_B && !stamps && settings.canSeal()) {
            throw new IllegalStateException(("%s is to reach %s, but no time-stamp authority is set: set "
                            + "anuyat.signing.time-stamps.authorities[0].url, or anuyat.signing.levels.%s=PAdES_BASELINE_B when "
                            + "its seal need not outlive its certificate")
                    .formatted(kind, level, kind.name().toLowerCase(Locale.ROOT)));
        }
    }

    @Override
    public SealedDocument seal(SealOrder order) {
        Timer.Sample sample = Timer.start(meters);
        String outcome = "FAILED";
        try {
            requireBounds(order);
            SealedDocument document = sealOnce(order);
            outcome = "SEALED";
            return document;
        } catch (SigningRefusal refusal) {
            outcome = refusal.problem().name();
            throw refusal;
        } catch (UncheckedIOException e) {
            outcome = SigningProblem.KEY_UNAVAILABLE.name();
            throw new SigningRefusal(SigningProblem.KEY_UNAVAILABLE, "The service's disk can't be used", e);
        } finally {
            sample.stop(meters.timer(
                    "anuyat.signing.seal", "kind", order.kind().name(), "outcome", outcome));
        }
    }

    private SealedDocument sealOnce(SealOrder order) {
        // two requests with the same key at the same time: the second one waits and gets the first one's document
        synchronized (locks[Math.floorMod(order.idempotencyKey().hashCode(), locks.length)]) {
            SealedDocument sealed = store.find(order).orElseGet(() -> store.keep(order, sealNow(order)));
            // also after a kill in between
            levels.follow(order.idempotencyKey(), settings.level(order.kind()), sealed);
            return sealed;
        }
    }

    private SealedDocument sealNow(SealOrder order) {
        SigningKey key = keys.of(order.agency());
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        key.requireValid(now);
        PadesSigner.Signed sealed = signLoaded(order, key, now);
        return new SealedDocument(
                sealed.pdf(),
                sealed.level(),
                key.certificates().commonName(),
                key.certificates().sha256(),
                now);
    }

    private void requireBounds(SealOrder order) {
        if (order.idempotencyKey().isBlank() || order.idempotencyKey().length() > LONGEST_KEY) {
            throw new SigningRefusal(SigningProblem.BAD_ORDER, "The idempotency key must have 1 to 200 characters");
        }
        if (order.reason().length() > LONGEST_TEXT || order.location().length() > LONGEST_TEXT) {
            throw new SigningRefusal(SigningProblem.BAD_ORDER, "Reason and location have at most 200 characters");
        }
        if (order.pdf().length > settings.largest().toBytes()) {
            throw new SigningRefusal(SigningProblem.TOO_LARGE, "The document is larger than " + settings.largest());
        }
    }

    /** Reads the document once, for all that is looked at and for the signature. */
    private PadesSigner.Signed signLoaded(SealOrder order, SigningKey key, Instant now) {
        try (PDDocument document = Loader.loadPDF(order.pdf())) {
            requireSealable(document);
            return signer.sign(document, order, null, key, now, settings.level(order.kind()));
        } catch (InvalidPasswordException e) {
            throw new SigningRefusal(SigningProblem.UNSEALABLE_DOCUMENT, "The document is encrypted", e);
        } catch (IOException e) {
            throw new SigningRefusal(SigningProblem.UNSEALABLE_DOCUMENT, "The document isn't a readable PDF", e);
        }
    }

    private static void requireSealable(PDDocument document) {
        if (document.isEncrypted()) {
            throw new SigningRefusal(SigningProblem.UNSEALABLE_DOCUMENT, "The document is encrypted");
        }
        if (document.getNumberOfPages() == 0) {
            throw new SigningRefusal(SigningProblem.UNSEALABLE_DOCUMENT, "The document has no page");
        }
    }
}
