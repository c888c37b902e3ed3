package org.anuyat.signing.validation.revisions;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * What the objects of a revision are for. An object with several uses counts for the gravest: what is drawn stays that, even if the
 * security store names it too.
 */
final class Roles {

    private static final Set<COSName> EVIDENCE = Set.of(COSName.DSS, COSName.getPDFName("Extensions"));
    private static final COSName OPTIONAL_CONTENT = COSName.OCPROPERTIES;

    private final COSDocument document;
    private final Map<COSObjectKey, Role> roles = new HashMap<>();
    private boolean complete;

    Roles(COSDocument document) {
        this.document = document;
        COSDictionary catalog = catalog(document);
        if (catalog != null) {
            pages(catalog.getItem(COSName.PAGES));
            form(catalog.getItem(COSName.ACRO_FORM));
            assign(catalog.getItem(COSName.METADATA), Role.DESCRIPTION);
        }
        assign(document.getTrailer().getItem(COSName.INFO), Role.DESCRIPTION);
    }

    static @Nullable COSDictionary catalog(COSDocument document) {
        COSDictionary trailer = document.getTrailer();
        return trailer == null ? null : trailer.getCOSDictionary(COSName.ROOT);
    }

    /** What an object is for; null when nothing leads to it. */
    @Nullable Role of(COSObjectKey key) {
        if (!roles.containsKey(key) && !complete) {
            complete();
        }
        return roles.get(key);
    }

    private void pages(@Nullable COSBase root) {
        Deque<COSBase> nodes = new ArrayDeque<>();
        add(nodes, root);
        while (!nodes.isEmpty()) {
            COSBase found = nodes.pop();
            COSDictionary node = dictionary(found);
            boolean tree = node != null && node.containsKey(COSName.KIDS);
            if (node == null || !assign(found, tree ? Role.PAGES : Role.PAGE)) {
                continue;
            }
            if (tree) {
                assign(node.getItem(COSName.KIDS), Role.PAGES);
                elements(node.getDictionaryObject(COSName.KIDS)).forEach(kid -> add(nodes, kid));
            } else {
                assign(node.getItem(COSName.ANNOTS), Role.ANNOTATIONS);
                elements(node.getDictionaryObject(COSName.ANNOTS)).forEach(this::annotation);
            }
        }
    }

    private void annotation(@Nullable COSBase found) {
        COSDictionary annotation = dictionary(found);
        if (annotation != null) {
            assign(found, SignatureFields.isField(annotation) ? Role.SIGNATURE_FIELD : Role.ANNOTATION);
        }
    }

    private void form(@Nullable COSBase found) {
        COSDictionary form = dictionary(found);
        if (form == null) {
            return;
        }
        assign(found, Role.FORM);
        assign(form.getItem(COSName.FIELDS), Role.FIELDS);
        Deque<COSBase> fields = new ArrayDeque<>();
        elements(form.getDictionaryObject(COSName.FIELDS)).forEach(field -> add(fields, field));
        while (!fields.isEmpty()) {
            COSBase next = fields.pop();
            COSDictionary field = dictionary(next);
            if (field != null
                    && assign(next, SignatureFields.isField(field) ? Role.SIGNATURE_FIELD : Role.FIELD)) {
                elements(field.getDictionaryObject(COSName.KIDS)).forEach(kid -> add(fields, kid));
            }
        }
    }

    /** The objects below those that are known, the gravest use first. */
    private void complete() {
        complete = true;
        Map<COSObjectKey, Role> known = Map.copyOf(roles);
        below(known, Role.PAGES, Role.CONTENT);
        below(known, Role.PAGE, Role.CONTENT);
        below(known, Role.SIGNATURE_FIELD, Role.SIGNATURE_FIELD);
        below(known, Role.ANNOTATIONS, Role.ANNOTATION);
        below(known, Role.ANNOTATION, Role.ANNOTATION);
        below(known, Role.FIELDS, Role.FIELD);
        below(known, Role.FIELD, Role.FIELD);
        below(known, Role.FORM, Role.FORM);
        COSDictionary catalog = catalog(document);
        if (catalog == null) {
            return;
        }
        flood(catalog.getItem(OPTIONAL_CONTENT), Role.CONTENT);
        flood(catalog.getItem(COSName.AF), Role.ATTACHMENT);
        COSDictionary names = catalog.getCOSDictionary(COSName.NAMES);
        flood(names == null ? null : names.getItem(COSName.EMBEDDED_FILES), Role.ATTACHMENT);
        catalog.keySet().stream()
                .filter(name -> !EVIDENCE.contains(name))
                .forEach(name -> flood(catalog.getItem(name), Role.OTHER));
        EVIDENCE.forEach(name -> flood(catalog.getItem(name), Role.EVIDENCE));
    }

    private void below(Map<COSObjectKey, Role> known, Role role, Role content) {
        known.forEach((key, of) -> {
            if (of == role) {
                spread(document.getObjectFromPool(key).getObject(), content);
            }
        });
    }

    private void flood(@Nullable COSBase from, Role role) {
        if (from != null && (!(from instanceof COSObject) || assign(from, role))) {
            spread(from instanceof COSObject reference ? reference.getObject() : from, role);
        }
    }

    private void spread(@Nullable COSBase from, Role role) {
        Deque<COSBase> waiting = new ArrayDeque<>();
        add(waiting, from);
        while (!waiting.isEmpty()) {
            COSBase next = waiting.pop();
            if (next instanceof COSObject reference) {
                if (assign(reference, role)) {
                    add(waiting, reference.getObject());
                }
            } else if (next instanceof COSDictionary dictionary) {
                boolean signature = SignatureFields.isSignature(dictionary);
                dictionary.getValues().forEach(value -> add(waiting, signature ? null : value));
            } else if (next instanceof COSArray array) {
                array.forEach(value -> add(waiting, value));
            }
        }
    }

    private static void add(Deque<COSBase> waiting, @Nullable COSBase value) {
        if (value != null) {
            waiting.push(value);
        }
    }

    /** False when it is known already. */
    private boolean assign(@Nullable COSBase found, Role role) {
        COSObjectKey key = found instanceof COSObject reference ? reference.getKey() : null;
        return key == null || roles.putIfAbsent(key, role) == null;
    }

    private static Iterable<COSBase> elements(@Nullable COSBase array) {
        return array instanceof COSArray found ? found : new COSArray();
    }

    static @Nullable COSDictionary dictionary(@Nullable COSBase found) {
        COSBase value = found instanceof COSObject reference ? reference.getObject() : found;
        return value instanceof COSDictionary dictionary ? dictionary : null;
    }
}
