package org.anuyat.payments.service.qr;

import java.util.List;

/** A text of data objects whose last one is the CRC over everything before its value. */
final class SealedText {

    private static final int CRC_LENGTH = 4;

    private SealedText() {}

    /** Reads the objects before the CRC after checking it. */
    static List<DataObject> open(String text, String crcTag) {
        List<DataObject> objects = DataObject.read(text);
        if (objects.isEmpty()) {
            throw new MalformedQr("", 0, "the text is empty");
        }
        DataObject crc = objects.get(objects.size() - 1);
        if (!crc.tag().equals(crcTag)) {
            throw new MalformedQr(crcTag, text.length(), "is missing: the CRC must come last");
        }
        crc.must("[0-9A-Fa-f]{4}", "a CRC of four hexadecimal digits");
        String expected = Crc16.of(text.substring(0, text.length() - CRC_LENGTH));
        if (!crc.value().equalsIgnoreCase(expected)) {
            throw new MalformedQr(crcTag, crc.offset(), "the CRC is " + crc.value() + " but should be " + expected);
        }
        return objects.subList(0, objects.size() - 1);
    }

    /** Adds the CRC in capitals. */
    static String seal(String text, String crcTag) {
        String open = text + crcTag + "04";
        return open + Crc16.of(open);
    }
}
