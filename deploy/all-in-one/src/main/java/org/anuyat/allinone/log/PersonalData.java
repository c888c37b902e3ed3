package org.anuyat.allinone.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Personal data that must not stand in a log (Personal Data Protection Act B.E. 2562): national IDs, e-mail addresses, telephone
 * numbers. The last line of defence: nothing should be logged that needs it.
 */
final class PersonalData {

    private static final String DIGIT = "[0-9๐-๙]";

    /** One pass over the text; the digits' groups must not be part of a longer number or identifier. */
    private static final Pattern PATTERN = Pattern.compile(
            "(?<email>[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}.-]{1,253}\\.\\p{L}{2,24})"
                    + "|(?<![\\p{L}\\p{N}_.-])(?:"
                    + "(?<id>" + DIGIT + "(?:[ -]?" + DIGIT + "){12})"
                    + "|(?<phone>(?:\\+66[ -]?|[0๐])(?:[ -]?" + DIGIT + "){8,9})"
                    + ")(?![\\p{L}\\p{N}_-])");

    private PersonalData() {}

    /** The same text with everything personal replaced. */
    static String mask(String text) {
        Matcher found = PATTERN.matcher(text);
        if (!found.find()) {
            return text;
        }
        return found.replaceAll(match -> {
            String whole = match.group();
            if (whole.indexOf('@') >= 0) {
                return "***@***";
            }
            return "x".repeat(Math.max(0, whole.length() - 2)) + whole.substring(whole.length() - 2);
        });
    }
}
