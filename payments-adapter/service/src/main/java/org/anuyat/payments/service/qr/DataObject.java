package org.anuyat.payments.service.qr;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One data object of an EMVCo code: two digits of tag, two digits of length in characters, value
 * (EMVCo QR Code Specification for Payment Systems, merchant-presented mode).
 *
 * @param tag as in {@link MalformedQr#tag()}
 * @param offset of the tag within the whole text
 */
record DataObject(String tag, String value, int offset) {

    private static final int HEAD = 4;

    /** Reads objects up to the end of the text; every tag at most once. */
    static List<DataObject> read(String text) {
        return read(text, 0, "");
    }

    /** Reads the objects inside of this template. */
    List<DataObject> inside() {
        return read(value, offset + HEAD, tag + "-");
    }

    private static List<DataObject> read(String text, int base, String within) {
        List<DataObject> objects = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int at = 0;
        while (at < text.length()) {
            if (text.length() - at < HEAD) {
                throw new MalformedQr(within.replace("-", ""), base + at, "the text ends within tag and length");
            }
            String tag = within + digits(text.substring(at, at + 2), within, base + at, "tag");
            int length = Integer.parseInt(digits(text.substring(at + 2, at + HEAD), tag, base + at, "length"));
            if (length == 0) {
                throw new MalformedQr(tag, base + at, "length is 00");
            }
            int end = at + HEAD + length;
            if (end > text.length()) {
                throw new MalformedQr(
                        tag, base + at, "length " + length + " runs " + (end - text.length()) + " characters over the end");
            }
            if (!seen.add(tag)) {
                throw new MalformedQr(tag, base + at, "appears twice");
            }
            objects.add(new DataObject(tag, printable(text.substring(at + HEAD, end), tag, base + at), base + at));
            at = end;
        }
        return objects;
    }

    private static String digits(String text, String tag, int offset, String what) {
        if (!text.matches("[0-9]{2}")) {
            throw new MalformedQr(tag.replaceAll("-$", ""), offset, what + " is not two digits: " + text);
        }
        return text;
    }

    private static String printable(String value, String tag, int offset) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
                throw new MalformedQr(tag, offset, "character " + (i + 1) + " of the value is not printable ASCII");
            }
        }
        return value;
    }

    /** Writes a data object whose value has 1 to 99 characters. */
    static String write(String tag, String value) {
        if (value.isEmpty() || value.length() > 99) {
            throw new IllegalArgumentException("tag " + tag + " would have " + value.length() + " characters");
        }
        return tag + (value.length() < 10 ? "0" : "") + value.length() + value;
    }

    static Optional<DataObject> find(List<DataObject> objects, String tag) {
        return objects.stream().filter(object -> object.tag().equals(tag)).findFirst();
    }

    /** Gives the value of a mandatory object that must match; {@code parent} says where it is missing. */
    static String demand(List<DataObject> objects, String tag, int parentOffset, String pattern, String meaning) {
        DataObject object = find(objects, tag)
                .orElseThrow(() -> new MalformedQr(tag, parentOffset, "is missing: " + meaning));
        return object.must(pattern, meaning);
    }

    String must(String pattern, String meaning) {
        if (!value.matches(pattern)) {
            throw new MalformedQr(tag, offset, "is not " + meaning + ": " + value);
        }
        return value;
    }
}
