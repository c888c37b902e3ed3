package org.anuyat.signing.service.sealing;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.anuyat.signing.api.CertificateChain;
import org.anuyat.signing.api.DocumentKind;
import org.anuyat.signing.api.SealOrder;
import org.anuyat.signing.api.SealedDocument;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.api.officer.OfficerOrder;
import org.anuyat.signing.api.officer.OfficerSigning;
import org.anuyat.signing.service.OnlyHere;
import org.anuyat.signing.service.SigningSettings;
import org.anuyat.signing.service.keys.AgencyKey;
import org.anuyat.signing.service.keys.KeyUse;
import org.anuyat.signing.service.keys.SealKeyring;
import org.anuyat.signing.service.keys.SigningKey;
import org.anuyat.signing.validation.certificates.CertificateInfos;
import org.anuyat.signing.validation.certificates.DemonstrationLabel;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.springframework.stereotype.Component;

/** Has officers sign in this process. Their signature reaches B or T; what lasts for decades is the seal that follows. */
@Component
@OnlyHere
class OfficerSignatures implements OfficerSigning {

    private static final int LONGEST = 200;

    private final SealKeyring keys;
    private final PadesSigner signer;
    private final SealedStore store;
    private final SigningSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Object[] locks = Stream.generate(Object::new).limit(64).toArray();

    OfficerSignatures(
            SealKeyring keys,
            PadesSigner signer,
            SealedStore store,
            SigningSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.keys = keys;
        this.signer = signer;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public SealedDocument sign(OfficerOrder order) {
        String outcome = "FAILED";
        try {
            requireBounds(order);
            SealedDocument signed = signOnce(order);
            outcome = "SIGNED";
            return signed;
        } catch (SigningRefusal refusal) {
            outcome = refusal.problem().name();
            throw refusal;
        } catch (UncheckedIOException e) {
            outcome = SigningProblem.KEY_UNAVAILABLE.name();
            throw new SigningRefusal(SigningProblem.KEY_UNAVAILABLE, "The service's disk can't be used", e);
        } finally {
            meters.counter("anuyat.signing.officers", "outcome", outcome).increment();
        }
    }

    @Override
    public CertificateChain certificate(String agency, String officer) {
        SigningKey key = key(agency, officer);
        key.requireValid(clock.instant());
        return new CertificateChain(
                DemonstrationLabel.isOn(key.certificate()), CertificateInfos.of(List.copyOf(key.chain())));
    }

    private SealedDocument signOnce(OfficerOrder order) {
        // the store knows seals: an officer's order is one whose agency no seal can have
        SealOrder kept = new SealOrder(
                "officer\n" + order.idempotencyKey(),
                AgencyKey.ofOfficer(order.agency(), order.officer()) + "/" + order.field(),
                DocumentKind.PERMIT,
                order.pdf(),
                order.reason(),
                order.location());
        synchronized (locks[Math.floorMod(order.idempotencyKey().hashCode(), locks.length)]) {
            return store.find(kept).orElseGet(() -> store.keep(kept, signNow(order, kept)));
        }
    }

    private SealedDocument signNow(OfficerOrder order, SealOrder kept) {
        SigningKey key = key(order.agency(), order.officer());
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        key.requireValid(now);
        PadesSigner.Signed signed = signLoaded(order, kept, key, now);
        return new SealedDocument(
                signed.pdf(),
                signed.level(),
                key.certificates().commonName(),
                key.certificates().sha256(),
                now);
    }

    private SigningKey key(String agency, String officer) {
        try {
            return keys.of(AgencyKey.ofOfficer(agency, officer), KeyUse.OFFICER);
        } catch (SigningRefusal refusal) {
            if (refusal.problem() == SigningProblem.UNKNOWN_AGENCY) {
                throw new SigningRefusal(SigningProblem.UNKNOWN_OFFICER, "The officer has no key", refusal);
            }
            throw refusal;
        }
    }

    private void requireBounds(OfficerOrder order) {
        if (order.idempotencyKey().isBlank() || order.idempotencyKey().length() > LONGEST) {
            throw new SigningRefusal(SigningProblem.BAD_ORDER, "The idempotency key must have 1 to 200 characters");
        }
        if (order.reason().length() > LONGEST || order.location().length() > LONGEST) {
            throw new SigningRefusal(SigningProblem.BAD_ORDER, "Reason and location have at most 200 characters");
        }
        if (order.pdf().length > settings.largest().toBytes()) {
            throw new SigningRefusal(SigningProblem.TOO_LARGE, "The document is larger than " + settings.largest());
        }
    }

    private PadesSigner.Signed signLoaded(OfficerOrder order, SealOrder kept, SigningKey key, Instant now) {
        try (PDDocument document = Loader.loadPDF(order.pdf())) {
            requireField(document, order.field());
            return signer.sign(document, kept, order.field(), key, now, settings.level(DocumentKind.PERMIT));
        } catch (InvalidPasswordException e) {
            throw new SigningRefusal(SigningProblem.UNSEALABLE_DOCUMENT, "The document is encrypted", e);
        } catch (IOException e) {
            throw new SigningRefusal(SigningProblem.UNSEALABLE_DOCUMENT, "The document isn't a readable PDF", e);
        }
    }

    /** The officer signs first, in a field that shows who signs. */
    private static void requireField(PDDocument document, String name) {
        if (document.isEncrypted()) {
            throw unsealable("The document is encrypted");
        }
        if (!document.getSignatureDictionaries().isEmpty()) {
            throw unsealable("The document bears a signature already");
        }
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        if (form == null
                || !(form.getField(name) instanceof PDSignatureField field)
                || !isShown(field.getWidgets().get(0))) {
            throw unsealable("The document has no signature field %s with a place and an appearance".formatted(name));
        }
    }

    private static boolean isShown(PDAnnotationWidget widget) {
        PDRectangle place = widget.getRectangle();
        return place != null
                && place.getWidth() > 0
                && place.getHeight() > 0
                && widget.getNormalAppearanceStream() != null;
    }

    private static SigningRefusal unsealable(String why) {
        return new SigningRefusal(SigningProblem.UNSEALABLE_DOCUMENT, why);
    }
}
