package org.anuyat.workflow.places;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTest {

    private final Places places = new Places();

    @Test
    void all_77_provinces_are_there() {
        assertThat(places.provinces()).hasSize(77).contains("กรุงเทพมหานคร", "บึงกาฬ");
    }

    @Test
    void a_subdistrict_is_suggested_from_its_first_letters_or_its_postcode() {
        assertThat(places.search("จตุจ", 5)).first().extracting(Place::line).isEqualTo("แขวงจตุจักร เขตจตุจักร กรุงเทพมหานคร 10900");
        assertThat(places.search("10900", 50)).isNotEmpty().allMatch(place -> place.postcode().equals("10900"));
        assertThat(places.search("ต.สุเทพ เชียงใหม่", 5)).singleElement().extracting(Place::code).isEqualTo("500108");
    }

    @Test
    void nothing_is_suggested_for_nothing() {
        assertThat(places.search("  ", 5)).isEmpty();
        assertThat(places.search("ฮฮฮฮ", 5)).isEmpty();
    }

    @Test
    void an_address_exists_only_as_a_whole() {
        assertThat(places.exists("ตำบลสุเทพ", "อ.เมืองเชียงใหม่", "เชียงใหม่", "50200")).isTrue();
        assertThat(places.exists("สุเทพ", "เมืองเชียงใหม่", "เชียงใหม่", "")).isTrue();
        assertThat(places.exists("สุเทพ", "เมืองเชียงใหม่", "เชียงใหม่", "10900")).isFalse();
        assertThat(places.exists("สุเทพ", "เมืองเชียงใหม่", "ลำพูน", "50200")).isFalse();
        assertThat(places.exists("จตุจักร", "จตุจักร", "กทม.", "10900")).isTrue();
    }
}
