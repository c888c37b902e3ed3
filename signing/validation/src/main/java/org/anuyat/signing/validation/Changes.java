package org.anuyat.signing.validation;

import eu.europa.esig.dss.diagnostic.AbstractSignatureWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlObjectModification;
import eu.europa.esig.dss.enumerations.PdfObjectModificationType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anuyat.signing.api.validation.Reason;
import org.anuyat.signing.api.validation.RevisionChange;
import org.anuyat.signing.api.validation.RevisionChange.Kind;
import org.anuyat.signing.validation.revisions.Revisions;

/**
 * Sorts the differences that DSS found between a signed revision and the last one, and adds those that it overlooks. DSS's own
 * judgement isn't used: it takes a replaced embedded file and a moved signature field for parts of a later signature (DSS-3946).
 */
final class Changes {

    private static final int MOST = 200;
    private static final Pattern OBJECT = Pattern.compile("/(?:Fields|Annots|Kids) (\\d+ \\d+ R)");

    /** The form, also where it is an object of its own. */
    private static final Pattern FORM = Pattern.compile("^/Catalog /AcroForm \\d+ \\d+ R ");

    private final PdfStructure structure;
    private final Revisions revisions;
    private final Set<Long> signedEnds;

    /** @param signedEnds offsets after the last bytes that signatures and time stamps cover */
    Changes(PdfStructure structure, Revisions revisions, Set<Long> signedEnds) {
        this.structure = structure;
        this.revisions = revisions;
        this.signedEnds = signedEnds;
    }

    /**
     * What changed after a signature.
     *
     * @param signedTo offset after the last byte that it covers
     */
    List<RevisionChange> after(AbstractSignatureWrapper signature, long signedTo) {
        List<RevisionChange> known = Stream.of(
                        signature.getPdfExtensionChanges(),
                        signature.getPdfSignatureOrFormFillChanges(),
                        signature.getPdfAnnotationChanges(),
                        signature.getPdfUndefinedChanges())
                .flatMap(List::stream)
                .map(change -> new RevisionChange(kind(change, signedTo), change.getValue()))
                .distinct()
                .limit(MOST)
                .toList();
        Set<Kind> kinds = known.stream().map(RevisionChange::kind).collect(Collectors.toSet());
        return Stream.concat(
                        known.stream(),
                        revisions.after(signedTo, signedLater(signedTo)).stream()
                                .filter(change -> !kinds.contains(change.kind()))
                                .limit(MOST))
                .toList();
    }

    /** The fields that bear a signature of a later revision which is answered for by itself: a field can name any bytes. */
    private Set<String> signedLater(long signedTo) {
        return structure.fields().stream()
                .filter(field -> field.signedTo() > signedTo && signedEnds.contains(field.signedTo()))
                .map(PdfStructure.SignatureField::object)
                .collect(Collectors.toSet());
    }

    /** Why the changes aren't allowed; empty when all of them are. */
    static List<Reason> reasons(List<RevisionChange> changes) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        for (RevisionChange change : changes) {
            switch (change.kind()) {
                case PAGE_CONTENT -> reasons.add(Reason.PAGE_CONTENT_CHANGED);
                case PAGES -> reasons.add(Reason.PAGES_CHANGED);
                case ATTACHMENT -> reasons.add(Reason.ATTACHMENT_CHANGED);
                case ANNOTATION -> reasons.add(Reason.ANNOTATION_CHANGED);
                case FORM_FIELD -> reasons.add(Reason.FORM_FIELD_CHANGED);
                case SIGNATURE_FIELD -> reasons.add(Reason.SIGNATURE_FIELD_CHANGED);
                case OTHER -> reasons.add(Reason.CHANGED_AFTER_SIGNING);
                // a later signer's program may note its name and the time
                case METADATA, VALIDATION_DATA, SIGNATURE_ADDED -> {}
            }
        }
        return new ArrayList<>(reasons);
    }

    private Kind kind(XmlObjectModification change, long signedTo) {
        String path = FORM.matcher(change.getValue() + " ").replaceFirst("/Catalog /AcroForm ");
        if (path.contains("/EmbeddedFiles ") || path.contains("/AF ") || path.contains("/EF ")) {
            return Kind.ATTACHMENT;
        }
        if (path.startsWith("/Catalog /DSS ") || path.startsWith("/Catalog /Extensions ")) {
            return Kind.VALIDATION_DATA;
        }
        if (path.contains("/Annots ") || path.startsWith("/Catalog /AcroForm /Fields ")) {
            return fieldOrAnnotation(path, change, signedTo);
        }
        if (path.startsWith("/Catalog /AcroForm ")) {
            boolean flags = path.endsWith("/SigFlags ") || path.equals("/Catalog /AcroForm ");
            return flags ? Kind.SIGNATURE_ADDED : Kind.FORM_FIELD;
        }
        if (path.startsWith("/Catalog /Pages ")) {
            boolean tree = "Page".equals(change.getType()) || path.endsWith("/Count ");
            return tree ? Kind.PAGES : Kind.PAGE_CONTENT;
        }
        return path.startsWith("/Catalog /Metadata ") ? Kind.METADATA : Kind.OTHER;
    }

    private Kind fieldOrAnnotation(String path, XmlObjectModification change, long signedTo) {
        Matcher objects = OBJECT.matcher(path);
        while (objects.find()) {
            String object = objects.group(1);
            for (PdfStructure.SignatureField field : structure.fields()) {
                if (field.object().equals(object)) {
                    return signatureField(field, path, change, signedTo);
                }
            }
        }
        return path.contains("/Annots ") ? Kind.ANNOTATION : Kind.FORM_FIELD;
    }

    private Kind signatureField(
            PdfStructure.SignatureField field, String path, XmlObjectModification change, long signedTo) {
        boolean signedLater = field.signedTo() > signedTo && signedEnds.contains(field.signedTo());
        boolean madeLater = change.getAction() == PdfObjectModificationType.CREATION && path.endsWith(field.object() + " ");
        boolean moved = path.contains("/Rect ") && !madeLater;
        return signedLater && !moved ? Kind.SIGNATURE_ADDED : Kind.SIGNATURE_FIELD;
    }
}
