package org.anuyat.signing.validation.revisions;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects as they are written, and finds dictionaries that name an entry twice. ISO 32000-1, 7.3.7, forbids it; some programs show
 * the first one, some the last one, so that a forger could show readers one thing and whoever examines the file another.
 */
final class Ambiguities {

    private static final String DELIMITERS = "()<>[]{}/% \t\r\n\f\0";

    private final byte[] bytes;
    private final boolean many;
    private int at;

    private Ambiguities(byte[] bytes, int at, boolean many) {
        this.bytes = bytes;
        this.at = at;
        this.many = many;
    }

    /** Whether the object that begins at a place has such a dictionary. */
    static boolean inObject(byte[] bytes, int from) {
        return new Ambiguities(bytes, from, false).found();
    }

    /** Whether one of the objects of an object stream has. */
    static boolean inObjects(byte[] unpacked) {
        return new Ambiguities(unpacked, 0, true).found();
    }

    /** Names are at the places of keys when an even number of values stands before them. */
    private boolean found() {
        Deque<Level> levels = new ArrayDeque<>();
        while (at < bytes.length) {
            byte next = bytes[at];
            if (next == '%') {
                skipLine();
            } else if (next == '(') {
                skipString();
                count(levels);
            } else if (next == '<' && is(at + 1, '<')) {
                at += 2;
                levels.push(new Level(true));
            } else if (next == '>' && is(at + 1, '>')) {
                at += 2;
                close(levels);
            } else if (next == '[') {
                at++;
                levels.push(new Level(false));
            } else if (next == ']') {
                at++;
                close(levels);
            } else if (next == '<') {
                skipHexadecimal();
                count(levels);
            } else if (next == '/') {
                if (isTwice(name(), levels.peek())) {
                    return true;
                }
            } else if (DELIMITERS.indexOf(next) >= 0) {
                at++;
            } else if (endsObject(word(), levels)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isTwice(String name, @Nullable Level level) {
        if (level == null || !level.dictionary) {
            return false;
        }
        if (level.expectsName) {
            level.expectsName = false;
            return !level.names.add(name);
        }
        level.expectsName = true;
        return false;
    }

    private static void close(Deque<Level> levels) {
        if (!levels.isEmpty()) {
            levels.pop();
        }
        count(levels);
    }

    /** A value was read. */
    private static void count(Deque<Level> levels) {
        if (!levels.isEmpty()) {
            levels.peek().expectsName = true;
        }
    }

    private boolean endsObject(String word, Deque<Level> levels) {
        if (levels.isEmpty() && !many && (word.equals("endobj") || word.equals("stream"))) {
            return true;
        }
        // of a reference the numbers and the R: what follows is a name in any case
        count(levels);
        return false;
    }

    private boolean is(int place, char wanted) {
        return place < bytes.length && bytes[place] == wanted;
    }

    private void skipLine() {
        while (at < bytes.length && bytes[at] != '\r' && bytes[at] != '\n') {
            at++;
        }
    }

    private void skipString() {
        int open = 0;
        do {
            byte next = bytes[at++];
            if (next == '\\') {
                at++;
            } else if (next == '(') {
                open++;
            } else if (next == ')') {
                open--;
            }
        } while (open > 0 && at < bytes.length);
    }

    private void skipHexadecimal() {
        while (at < bytes.length && bytes[at] != '>') {
            at++;
        }
        at++;
    }

    /** A name without its escapes (7.3.5), which may be written in several ways. */
    private String name() {
        at++;
        String written = word();
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            boolean escaped = written.charAt(i) == '#'
                    && i + 2 <= written.length() - 1
                    && Character.digit(written.charAt(i + 1), 16) >= 0
                    && Character.digit(written.charAt(i + 2), 16) >= 0;
            name.append(escaped ? (char) Integer.parseInt(written.substring(i + 1, i + 3), 16) : written.charAt(i));
            i += escaped ? 2 : 0;
        }
        return name.toString();
    }

    private String word() {
        int from = at;
        while (at < bytes.length && DELIMITERS.indexOf((char) bytes[at]) < 0) {
            at++;
        }
        return new String(bytes, from, at - from, StandardCharsets.ISO_8859_1);
    }

    private static final class Level {

        private final boolean dictionary;
        private final Set<String> names = new HashSet<>();
        private boolean expectsName = true;

        Level(boolean dictionary) {
            this.dictionary = dictionary;
        }
    }
}
