package org.anuyat.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anuyat.workflow.identity.AssuranceLevel;
import org.anuyat.workflow.identity.ProvenIdentity;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

class ProviderClaimsTest {

    private final ProviderClaims claims = new ProviderClaims("IAL1.1");

    @Test
    void reads_what_thaid_says() {
        ProvenIdentity person = read(Map.of(
                "pid", "1234567890121",
                "title", "นาย",
                "given_name", "สมชาย",
                "family_name", "ใจดี",
                "name_en", "Somchai Jaidee",
                "birthdate", "1985-04-12",
                "ial", "2.3",
                "address", Map.of("formatted", "99/1 หมู่ 5", "postal_code", "11000")));
        assertThat(person.nationalId()).hasToString("1-xxxx-xxxxx-12-1");
        assertThat(person.firstName()).isEqualTo("สมชาย");
        assertThat(person.birthDate()).isEqualTo(LocalDate.of(1985, 4, 12));
        assertThat(person.assurance()).isEqualTo(AssuranceLevel.IAL2_3);
        assertThat(person.address()).hasFieldOrPropertyWithValue("postcode", "11000");
    }

    @Test
    void reads_other_spellings_and_numbers() {
        ProvenIdentity person =
                read(Map.of("citizen_id", "1234567890121", "titleTh", "นาง", "name", "นิดา มั่นคง", "ial_level", 2.3));
        assertThat(person.nationalId()).isNotNull();
        assertThat(person.title()).isEqualTo("นาง");
        assertThat(person.firstName()).isEqualTo("นิดา");
        assertThat(person.lastName()).isEqualTo("มั่นคง");
        assertThat(person.assurance()).isEqualTo(AssuranceLevel.IAL2_3);
    }

    @Test
    void understands_years_of_the_buddhist_era() {
        assertThat(read(Map.of("birthdate", "2528-04-12")).birthDate()).isEqualTo(LocalDate.of(1985, 4, 12));
    }

    @Test
    void leaves_out_what_cannot_be_read() {
        ProvenIdentity person = read(Map.of("pid", "1234567890122", "birthdate", "1985", "ial", "best", "address", "somewhere"));
        assertThat(person.nationalId()).isNull();
        assertThat(person.birthDate()).isNull();
        assertThat(person.address()).isNull();
        assertThat(person.assurance()).as("no level stated").isEqualTo(AssuranceLevel.IAL1_1);
    }

    private ProvenIdentity read(Map<String, Object> said) {
        Map<String, Object> all = new HashMap<>(said);
        all.put("sub", "subject");
        Instant now = Instant.parse("2026-11-20T00:00:00Z");
        return claims.read(
                "https://issuer.example", new DefaultOidcUser(List.of(), new OidcIdToken("token", now, now.plusSeconds(60), all)));
    }
}
