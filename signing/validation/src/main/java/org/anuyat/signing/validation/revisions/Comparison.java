package org.anuyat.signing.validation.revisions;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.anuyat.signing.api.validation.RevisionChange;
import org.anuyat.signing.api.validation.RevisionChange.Kind;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/**
 * One signed revision beside the last one. Every object that the signed one has must be in the last one what it was; a later signature
 * may fill in its field, or add an invisible one, and revocation data may come.
 */
final class Comparison {

    private static final Set<COSName> ALLOWED_IN_CATALOG =
            Set.of(COSName.DSS, COSName.getPDFName("Extensions"), COSName.ACRO_FORM, COSName.METADATA);
    private static final Set<COSName> ALLOWED_IN_FORM = Set.of(COSName.FIELDS, COSName.SIG_FLAGS);

    private final COSDocument signed;
    private final COSDocument last;
    private final byte[] bytes;
    private final long signedTo;
    private final Set<String> signedLater;
    private final Roles roles;
    private final Sameness sameness;
    private final Set<RevisionChange> changes = new LinkedHashSet<>();

    /**
     * Takes both.
     *
     * @param bytes of the whole file
     * @param signedTo offset after the last byte of the signed revision
     * @param signedLater objects of the fields that were signed after that revision, such as "33 0 R"
     */
    Comparison(COSDocument signed, COSDocument last, byte[] bytes, long signedTo, Set<String> signedLater, Sameness sameness) {
        this.signed = signed;
        this.last = last;
        this.bytes = bytes;
        this.signedTo = signedTo;
        this.signedLater = signedLater;
        this.sameness = sameness;
        this.roles = new Roles(signed);
    }

    /** What isn't allowed. */
    List<RevisionChange> changes() {
        catalog();
        information();
        if (last.hasHybridXRef() && !signed.hasHybridXRef()) {
            // programs disagree about which of two cross-references holds
            change(Kind.OTHER, "/XRefStm");
        }
        Map<COSObjectKey, String> before = places(signed);
        Map<COSObjectKey, String> after = places(last);
        Set<COSObjectKey> moved = new TreeSet<>();
        before.forEach((key, place) -> {
            if (!place.equals(after.get(key))) {
                moved.add(key);
            }
        });
        Set<Long> containers = new TreeSet<>();
        moved.forEach(key -> containers.add(key.getNumber()));
        signed.getXrefTable().forEach((key, place) -> {
            if (place < 0 && containers.contains(-place)) {
                moved.add(key);
            }
        });
        moved.forEach(this::object);
        renumbered(before, after);
        ambiguities();
        return new ArrayList<>(changes);
    }

    private static Map<COSObjectKey, String> places(COSDocument document) {
        Map<COSObjectKey, String> places = new HashMap<>();
        document.getXrefTable().forEach((key, place) -> places.put(key, place + " " + key.getStreamIndex()));
        return places;
    }

    /** Some programs look for an object by its number alone, whatever its generation. */
    private void renumbered(Map<COSObjectKey, String> before, Map<COSObjectKey, String> after) {
        Map<Long, COSObjectKey> known = new HashMap<>();
        before.keySet().forEach(key -> known.put(key.getNumber(), key));
        after.keySet().stream()
                .filter(key -> !before.containsKey(key) && known.containsKey(key.getNumber()))
                .forEach(key -> {
                    Role role = roles.of(known.get(key.getNumber()));
                    if (role != null) {
                        change(role.kind(), key.getNumber() + " " + key.getGeneration() + " R");
                    }
                });
    }

    /** What later revisions define has to mean one thing only. */
    private void ambiguities() {
        Set<Long> containers = new TreeSet<>();
        last.getXrefTable().forEach((key, place) -> {
            boolean ambiguous = place < 0
                    ? containers.add(-place) && isAmbiguous(new COSObjectKey(-place, 0))
                    : place >= signedTo && Ambiguities.inObject(bytes, place.intValue());
            if (ambiguous) {
                change(Kind.OTHER, key.getNumber() + " " + key.getGeneration() + " R");
            }
        });
    }

    private boolean isAmbiguous(COSObjectKey container) {
        Long place = last.getXrefTable().get(container);
        if (place != null && place < signedTo) {
            return false;
        }
        if (!(last.getObjectFromPool(container).getObject() instanceof COSStream objects)) {
            return true;
        }
        try (InputStream unpacked = objects.createInputStream()) {
            return Ambiguities.inObjects(unpacked.readAllBytes());
        } catch (IOException e) {
            return true;
        }
    }

    private void catalog() {
        COSDictionary before = Roles.catalog(signed);
        COSDictionary after = Roles.catalog(last);
        if (before == null || after == null) {
            change(Kind.OTHER, "/Catalog");
            return;
        }
        entries(before, after, ALLOWED_IN_CATALOG).forEach(name -> change(ofCatalog(name, before, after), "/Catalog /" + name.getName()));
        form(before.getCOSDictionary(COSName.ACRO_FORM), after.getCOSDictionary(COSName.ACRO_FORM));
        COSBase description = before.getDictionaryObject(COSName.METADATA);
        COSBase described = after.getDictionaryObject(COSName.METADATA);
        if (!sameness.of(description, described) && !Descriptions.sameMetadata(description, described)) {
            change(Kind.OTHER, "/Catalog /Metadata");
        }
    }

    private Kind ofCatalog(COSName name, COSDictionary before, COSDictionary after) {
        if (COSName.PAGES.equals(name)) {
            return Kind.PAGES;
        }
        if (COSName.OCPROPERTIES.equals(name)) {
            return Kind.PAGE_CONTENT;
        }
        if (COSName.NAMES.equals(name)) {
            return sameness.of(embedded(before), embedded(after)) ? Kind.OTHER : Kind.ATTACHMENT;
        }
        return COSName.AF.equals(name) ? Kind.ATTACHMENT : Kind.OTHER;
    }

    private static @Nullable COSBase embedded(COSDictionary catalog) {
        COSDictionary names = catalog.getCOSDictionary(COSName.NAMES);
        return names == null ? null : names.getItem(COSName.EMBEDDED_FILES);
    }

    private void information() {
        COSDictionary before = signed.getTrailer().getCOSDictionary(COSName.INFO);
        COSDictionary after = last.getTrailer().getCOSDictionary(COSName.INFO);
        if (!Descriptions.sameInformation(
                Objects.requireNonNullElseGet(before, COSDictionary::new),
                Objects.requireNonNullElseGet(after, COSDictionary::new),
                sameness)) {
            change(Kind.OTHER, "/Info");
        }
    }

    private void object(COSObjectKey key) {
        COSBase before = signed.getObjectFromPool(key).getObject();
        COSBase after = last.getObjectFromPool(key).getObject();
        if (sameness.of(before, after)) {
            return;
        }
        Role role = roles.of(key);
        if (role == null || role == Role.EVIDENCE || isCatalog(key)) {
            return;
        }
        String where = key.getNumber() + " " + key.getGeneration() + " R";
        switch (role) {
            case PAGE -> page(before, after, where);
            case ANNOTATIONS -> annotations(before, after, where);
            case FORM -> form(Roles.dictionary(before), Roles.dictionary(after));
            case FIELDS -> fields(before, after);
            case SIGNATURE_FIELD -> field(before, after, where);
            // compared where they are named
            case DESCRIPTION -> {}
            default -> change(role.kind(), where);
        }
    }

    private boolean isCatalog(COSObjectKey key) {
        return signed.getTrailer().getItem(COSName.ROOT) instanceof COSObject root && key.equals(root.getKey());
    }

    private void page(@Nullable COSBase before, @Nullable COSBase after, String where) {
        if (!(before instanceof COSDictionary one) || !(after instanceof COSDictionary other)) {
            change(Kind.PAGES, where);
            return;
        }
        entries(one, other, Set.of(COSName.ANNOTS)).forEach(name ->
                change(COSName.PARENT.equals(name) ? Kind.PAGES : Kind.PAGE_CONTENT, where + " /" + name.getName()));
        annotations(one.getDictionaryObject(COSName.ANNOTS), other.getDictionaryObject(COSName.ANNOTS), where + " /Annots");
    }

    private void annotations(@Nullable COSBase before, @Nullable COSBase after, String where) {
        List<COSBase> added = added(before, after);
        if (added == null || !added.stream().allMatch(this::isUnnoticedSignature)) {
            change(Kind.ANNOTATION, where);
        }
    }

    private boolean isUnnoticedSignature(COSBase added) {
        COSDictionary widget = Roles.dictionary(added);
        return widget != null
                && added instanceof COSObject reference
                && (isSignedLater(reference) || isSignedLater(widget.getItem(COSName.PARENT)))
                && SignatureFields.isUnnoticed(widget);
    }

    private boolean isSignedLater(@Nullable COSBase field) {
        return field instanceof COSObject reference
                && signedLater.contains(reference.getKey().getNumber() + " " + reference.getKey().getGeneration() + " R");
    }

    private void form(@Nullable COSDictionary before, @Nullable COSDictionary after) {
        COSDictionary one = Objects.requireNonNullElseGet(before, COSDictionary::new);
        COSDictionary other = Objects.requireNonNullElseGet(after, COSDictionary::new);
        entries(one, other, ALLOWED_IN_FORM).forEach(name -> change(Kind.FORM_FIELD, "/Catalog /AcroForm /" + name.getName()));
        fields(one.getDictionaryObject(COSName.FIELDS), other.getDictionaryObject(COSName.FIELDS));
    }

    private void fields(@Nullable COSBase before, @Nullable COSBase after) {
        List<COSBase> added = added(before, after);
        if (added == null || !added.stream().allMatch(this::isSignedLater)) {
            change(Kind.FORM_FIELD, "/Catalog /AcroForm /Fields");
        }
    }

    private void field(@Nullable COSBase before, @Nullable COSBase after, String where) {
        boolean fine = before instanceof COSDictionary one
                && after instanceof COSDictionary other
                && signedLater.contains(where)
                && SignatureFields.isFilledIn(one, other, sameness);
        if (!fine) {
            change(Kind.SIGNATURE_FIELD, where);
        }
    }

    /** What a list has more than it had; null when it isn't the old list with more. */
    private @Nullable List<COSBase> added(@Nullable COSBase before, @Nullable COSBase after) {
        List<COSBase> added = new ArrayList<>();
        COSArray old = before instanceof COSArray array ? array : new COSArray();
        int next = 0;
        for (COSBase element : after instanceof COSArray array ? array : new COSArray()) {
            if (next < old.size() && sameness.of(old.get(next), element)) {
                next++;
            } else {
                added.add(element);
            }
        }
        return next == old.size() ? added : null;
    }

    /** The entries that aren't the same, but those that may differ. */
    private Set<COSName> entries(COSDictionary before, COSDictionary after, Set<COSName> allowed) {
        Set<COSName> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> allowed.contains(name) || sameness.of(before.getItem(name), after.getItem(name)));
        return names;
    }

    private void change(Kind kind, String where) {
        changes.add(new RevisionChange(kind, where));
    }
}
