package org.anuyat.workflow.catalogue.form.words;

import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/** A Thai address on one line, as officials write it; in Thai for every reader, because the post reads it so. */
final class AddressLine {

    private static final String BANGKOK = "กรุงเทพมหานคร";

    private AddressLine() {}

    static String of(JsonNode address) {
        boolean bangkok = address.path("province").asString("").equals(BANGKOK);
        StringJoiner line = new StringJoiner(" ");
        add(line, "เลขที่ ", address, "houseNo");
        add(line, "หมู่ที่ ", address, "moo");
        add(line, "ซอย", address, "soi");
        add(line, "ถนน", address, "road");
        add(line, bangkok ? "แขวง" : "ตำบล", address, "tambon");
        add(line, bangkok ? "เขต" : "อำเภอ", address, "amphoe");
        add(line, bangkok ? "" : "จังหวัด", address, "province");
        add(line, "", address, "postcode");
        return line.toString();
    }

    private static void add(StringJoiner line, String word, JsonNode address, String part) {
        String text = address.path(part).asString("");
        if (!text.isEmpty()) {
            // people write the word themselves now and then
            line.add(text.startsWith(word.strip()) ? text : word + text);
        }
    }
}
