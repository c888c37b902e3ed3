package org.anuyat.workflow.agency;

import java.util.Locale;
import org.anuyat.workflow.language.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A government agency that receives and decides applications (หน่วยงานของรัฐ, section 4 of the Electronic Performance of
 * Government Service Act B.E. 2565; local government included).
 *
 * @param code two to eight capital letters; every table bears it
 * @param nameTh full official name
 * @param nameEn name in English
 * @param addressTh postal address in Thai
 * @param addressEn postal address in English
 * @param phone telephone number as it is printed on acknowledgements
 * @param email central electronic mail address (ไปรษณีย์อิเล็กทรอนิกส์กลาง)
 * @param website address of the agency's own site
 * @param emblem resource name of the emblem printed on documents, if one is configured
 */
public record Agency(
        String code,
        String nameTh,
        String nameEn,
        String addressTh,
        String addressEn,
        String phone,
        String email,
        String website,
        @Nullable String emblem) {

    /** The name for a reader. */
    public String name(Locale locale) {
        return new LocalizedText(nameTh, nameEn).in(locale);
    }

    /** The postal address for a reader. */
    public String address(Locale locale) {
        return new LocalizedText(addressTh, addressEn).in(locale);
    }
}
