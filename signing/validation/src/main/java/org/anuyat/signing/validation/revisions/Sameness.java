package org.anuyat.signing.validation.revisions;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * Whether two values of different revisions are the same. References to the same object are: whether that object changed is a question
 * of its own. One is asked for all of a file, because a hostile one may hold many objects that all lead to the same many others.
 */
final class Sameness {

    /** A permit needs some hundred; as many take a second or two. */
    private static final int MOST_STEPS = 3_000_000;

    private static final int BYTES_IN_A_STEP = 64;

    private Set<String> compared = new HashSet<>();
    private long steps;

    /** @throws TooComplex if that takes more steps, together with what was asked before, than any honest file does */
    boolean of(@Nullable COSBase before, @Nullable COSBase after) {
        compared = new HashSet<>();
        return same(before, after);
    }

    private void step(long many) {
        steps += many;
        if (steps > MOST_STEPS) {
            throw new TooComplex();
        }
    }

    private boolean same(@Nullable COSBase before, @Nullable COSBase after) {
        step(1);
        if (before instanceof COSObject one && after instanceof COSObject other) {
            if (one.getKey().equals(other.getKey())) {
                return true;
            }
            // what is compared already further up isn't compared again
            return !compared.add(one.getKey() + " " + other.getKey()) || same(one.getObject(), other.getObject());
        }
        if (before instanceof COSObject one) {
            return !compared.add(one.getKey() + " direct") || same(one.getObject(), after);
        }
        if (after instanceof COSObject other) {
            return !compared.add("direct " + other.getKey()) || same(before, other.getObject());
        }
        return sameValue(nothing(before), nothing(after));
    }

    private static @Nullable COSBase nothing(@Nullable COSBase value) {
        return value instanceof COSNull ? null : value;
    }

    private boolean sameValue(@Nullable COSBase before, @Nullable COSBase after) {
        if (before == null || after == null) {
            return before == after;
        }
        if (before instanceof COSStream || after instanceof COSStream) {
            return before instanceof COSStream one
                    && after instanceof COSStream other
                    && sameEntries(one, other, true)
                    && sameData(one, other);
        }
        if (before instanceof COSDictionary one && after instanceof COSDictionary other) {
            return sameEntries(one, other, false);
        }
        if (before instanceof COSArray one && after instanceof COSArray other) {
            return sameElements(one, other);
        }
        if (before instanceof COSString one && after instanceof COSString other) {
            return Arrays.equals(one.getBytes(), other.getBytes());
        }
        if (before instanceof COSInteger one && after instanceof COSInteger other) {
            return one.longValue() == other.longValue();
        }
        if (before instanceof COSNumber one && after instanceof COSNumber other) {
            return Float.compare(one.floatValue(), other.floatValue()) == 0;
        }
        return before.equals(after);
    }

    private boolean sameEntries(COSDictionary before, COSDictionary after, boolean butLength) {
        Set<COSName> names = new HashSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .filter(name -> !(butLength && COSName.LENGTH.equals(name)))
                .allMatch(name -> same(before.getItem(name), after.getItem(name)));
    }

    private boolean sameElements(COSArray before, COSArray after) {
        if (before.size() != after.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            if (!same(before.get(i), after.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean sameData(COSStream before, COSStream after) {
        if (!before.hasData() || !after.hasData()) {
            return before.hasData() == after.hasData();
        }
        step(before.getLength() / BYTES_IN_A_STEP);
        try (InputStream one = before.createRawInputStream();
                InputStream other = after.createRawInputStream()) {
            return Arrays.equals(one.readAllBytes(), other.readAllBytes());
        } catch (IOException e) {
            return false;
        }
    }
}
