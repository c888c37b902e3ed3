package org.anuyat.payments.service.qr;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** CRC-16/CCITT-FALSE as EMVCo merchant-presented mode demands (ISO/IEC 13239 polynomial 1021, start FFFF, nothing reflected). */
final class Crc16 {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int[] TABLE = new int[256];

    static {
        for (int value = 0; value < TABLE.length; value++) {
            int crc = value << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021;
            }
            TABLE[value] = crc & 0xFFFF;
        }
    }

    private Crc16() {}

    /** Gives four capital hexadecimal digits. */
    static String of(String text) {
        int crc = 0xFFFF;
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            crc = (crc << 8 ^ TABLE[(crc >>> 8 ^ octet) & 0xFF]) & 0xFFFF;
        }
        return HEX.toHexDigits((short) crc);
    }
}
