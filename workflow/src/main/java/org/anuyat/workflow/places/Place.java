package org.anuyat.workflow.places;

/**
 * A subdistrict with what lies above it.
 *
 * @param tambon subdistrict (ตำบล, แขวง in Bangkok), without the word itself
 * @param amphoe district (อำเภอ, เขต in Bangkok)
 * @param province province (จังหวัด)
 * @param postcode five digits; a subdistrict with two postcodes is two places
 * @param code official six-digit code of the subdistrict
 */
public record Place(String tambon, String amphoe, String province, String postcode, String code) {

    private static final String BANGKOK = "กรุงเทพมหานคร";

    /** One line as on an envelope: ต.ช้างเผือก อ.เมืองเชียงใหม่ จ.เชียงใหม่ 50300. */
    public String line() {
        return province.equals(BANGKOK)
                ? "แขวง%s เขต%s %s %s".formatted(tambon, amphoe, province, postcode)
                : "ต.%s อ.%s จ.%s %s".formatted(tambon, amphoe, province, postcode);
    }
}
