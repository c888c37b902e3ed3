package org.anuyat.portal.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the links of a message: only addresses of this very platform become clickable, whatever else a message quotes. */
final class Links {

    private final Pattern address;

    Links(String baseUrl) {
        address = Pattern.compile(Pattern.quote(baseUrl) + "(?:/[A-Za-z0-9/_.~%?=&-]*[A-Za-z0-9/_~%=-])?(?![A-Za-z0-9:@]|\\.[A-Za-z0-9])");
    }

    /**
     * A piece of a text.
     *
     * @param link whether it is an address to follow
     */
    record Piece(String text, boolean link) {}

    /** The text in pieces, which together are the text. */
    List<Piece> in(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher found = address.matcher(text);
        int end = 0;
        while (found.find()) {
            if (found.start() > end) {
                pieces.add(new Piece(text.substring(end, found.start()), false));
            }
            pieces.add(new Piece(found.group(), true));
            end = found.end();
        }
        if (end < text.length()) {
            pieces.add(new Piece(text.substring(end), false));
        }
        return pieces;
    }
}
