package org.anuyat.workflow.thai;

/**
 * An amount of money in Thai words (จำนวนเงินตัวอักษร), as bills and receipts must show it beside the figures: "สองพันบาทถ้วน".
 * Follows the reading rules of the Office of the Royal Society: a unit of one after a higher digit is "เอ็ด" (๑๐๑ is
 * "หนึ่งร้อยเอ็ด"), two tens are "ยี่สิบ", one ten is "สิบ", and "ล้าน" repeats for a million millions. ICU's speller reads ๑๐๑ in
 * another way, and hence isn't used.
 */
public final class BahtText {

    private static final String[] DIGITS = {"", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"};
    private static final String[] PLACES = {"", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"};
    private static final int MILLION = 1_000_000;

    private BahtText() {
    }

    /**
     * @param satang hundredths of a baht, not negative
     * @return for example "ศูนย์บาทถ้วน", "ยี่สิบห้าสตางค์", "หนึ่งร้อยเอ็ดบาทห้าสิบสตางค์"
     * @throws IllegalArgumentException if the amount is negative: nothing is billed or received in the negative
     */
    public static String of(long satang) {
        if (satang < 0) {
            throw new IllegalArgumentException("A negative amount can't be written out: " + satang + " satang");
        }
        long baht = satang / 100;
        int rest = (int) (satang % 100);
        StringBuilder words = new StringBuilder();
        if (baht > 0) {
            number(words, baht);
            words.append("บาท");
        } else if (rest == 0) {
            words.append("ศูนย์บาท");
        }
        if (rest == 0) {
            return words.append("ถ้วน").toString();
        }
        group(words, rest, false);
        return words.append("สตางค์").toString();
    }

    private static void number(StringBuilder words, long number) {
        long millions = number / MILLION;
        if (millions > 0) {
            number(words, millions);
            words.append("ล้าน");
        }
        group(words, (int) (number % MILLION), millions > 0);
    }

    private static void group(StringBuilder words, int belowMillion, boolean afterHigher) {
        boolean higher = afterHigher;
        int unit = 100_000;
        for (int place = 5; place >= 0; place--, unit /= 10) {
            int digit = belowMillion / unit % 10;
            if (digit == 0) {
                continue;
            }
            if (place == 0 && digit == 1 && higher) {
                words.append("เอ็ด");
            } else if (place == 1 && digit == 2) {
                words.append("ยี่สิบ");
            } else if (place == 1 && digit == 1) {
                words.append("สิบ");
            } else {
                words.append(DIGITS[digit]).append(PLACES[place]);
            }
            higher = true;
        }
    }
}
