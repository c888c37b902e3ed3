package org.anuyat.workflow.calendar;

import java.time.LocalDate;
import java.util.Locale;
import org.anuyat.workflow.language.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A day off.
 *
 * @param day the date
 * @param agency the agency for which alone it is one; null for all of them
 * @param kind why it is one
 * @param nameTh its name
 * @param nameEn its name in English
 * @param source where it was read: the cabinet's resolution, the Gazette, or a note that it still has to be checked
 */
public record Holiday(
        LocalDate day, @Nullable String agency, Kind kind, String nameTh, String nameEn, String source) {

    /** Why a day is off. */
    public enum Kind {
        /** A yearly official holiday (วันหยุดราชการประจำปี). */
        OFFICIAL,
        /** In place of one that fell on a weekend (วันหยุดชดเชย). */
        COMPENSATION,
        /** Added by the cabinet for one year (วันหยุดราชการเพิ่มเป็นกรณีพิเศษ). */
        SPECIAL,
        /** Of a region or a single agency (วันหยุดประจำภูมิภาคหรือท้องถิ่น). */
        LOCAL
    }

    /** The name for a reader. */
    public String name(Locale locale) {
        return new LocalizedText(nameTh, nameEn).in(locale);
    }
}
