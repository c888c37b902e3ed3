package org.anuyat.portal.security;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.anuyat.workflow.identity.AssuranceLevel;
import org.anuyat.workflow.identity.AuthenticatorLevel;
import org.anuyat.workflow.identity.PostalAddress;
import org.anuyat.workflow.identity.ProvenIdentity;
import org.anuyat.workflow.thai.MalformedValueException;
import org.anuyat.workflow.thai.NationalId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Reads what Thai identity providers (ThaID of DOPA, Digital ID of DGA) say about a person. Their names for the same thing differ
 * between providers and versions, and values that cannot be read are left out rather than refused.
 */
@Component
class ProviderClaims {

    private final AssuranceLevel unstated;

    /**
     * Uses the given level where the provider states none.
     *
     * @param unstated what the agreement with the provider promises; the lowest unless it is set
     */
    ProviderClaims(@Value("${anuyat.identity.citizen.assurance:IAL1.1}") String unstated) {
        this.unstated = AssuranceLevel.of(unstated)
                .orElseThrow(() -> new IllegalArgumentException("anuyat.identity.citizen.assurance: no level " + unstated));
    }

    ProvenIdentity read(String issuer, OidcUser user) {
        Map<String, Object> claims = user.getClaims();
        Optional<String> wholeName = text(claims, "name");
        String firstName = text(claims, "given_name", "givenName", "firstName")
                .or(() -> wholeName.map(name -> name.split("\\s+", 2)[0]))
                .orElse("-");
        String lastName = text(claims, "family_name", "familyName", "lastName")
                .or(() -> wholeName.map(name -> name.split("\\s+", 2)).filter(parts -> parts.length == 2).map(parts -> parts[1]))
                .orElse("-");
        return new ProvenIdentity(
                issuer,
                user.getSubject(),
                text(claims, "title", "titleTh", "title_th").orElse(null),
                firstName,
                lastName,
                text(claims, "name_en", "nameEn").orElse(null),
                text(claims, "pid", "citizen_id", "national_id").flatMap(ProviderClaims::nationalId).orElse(null),
                text(claims, "birthdate", "birth_date").flatMap(ProviderClaims::date).orElse(null),
                text(claims, "email").orElse(null),
                text(claims, "phone_number", "phone").orElse(null),
                address(claims.get("address")),
                text(claims, "ial", "ial_level", "acr").flatMap(AssuranceLevel::of).orElse(unstated),
                text(claims, "aal").map(ProviderClaims::authenticator).orElse(AuthenticatorLevel.AAL1));
    }

    private static Optional<String> text(Map<String, Object> claims, String... names) {
        return Arrays.stream(names)
                .map(claims::get)
                .filter(value -> value instanceof String || value instanceof Number)
                .map(value -> value.toString().strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static Optional<NationalId> nationalId(String text) {
        try {
            return Optional.of(NationalId.parse(text));
        } catch (MalformedValueException e) {
            return Optional.empty();
        }
    }

    /** ISO dates; a year of the Buddhist era is recognised, a birthday known only by its year is left out. */
    private static Optional<LocalDate> date(String text) {
        try {
            LocalDate date = LocalDate.parse(text.replace('/', '-'));
            return Optional.of(date.getYear() > 2400 ? date.minusYears(543) : date);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static AuthenticatorLevel authenticator(String text) {
        return text.contains("3") ? AuthenticatorLevel.AAL3 : text.contains("2") ? AuthenticatorLevel.AAL2 : AuthenticatorLevel.AAL1;
    }

    /** The parts that OpenID Connect names; the formatted whole alone fills no field of a form. */
    private static @Nullable PostalAddress address(@Nullable Object claim) {
        if (!(claim instanceof Map<?, ?> map)) {
            return null;
        }
        return new PostalAddress(
                part(map, "house_number"),
                part(map, "moo"),
                part(map, "soi"),
                part(map, "street_address"),
                part(map, "subdistrict"),
                part(map, "locality"),
                part(map, "region"),
                part(map, "postal_code"));
    }

    private static @Nullable String part(Map<?, ?> address, String name) {
        return address.get(name) instanceof String text && !text.isBlank() ? text.strip() : null;
    }
}
