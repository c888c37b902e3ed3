package org.anuyat.workflow.identity;

import java.time.LocalDate;
import org.anuyat.workflow.thai.NationalId;
import org.jspecify.annotations.Nullable;

/**
 * What an identity provider says about a person who has just signed in. Empty fields are fields that the provider does not
 * give; what was known before stays.
 *
 * @param issuer the provider's issuer identifier
 * @param subject the person's identifier there
 */
public record ProvenIdentity(
        String issuer,
        String subject,
        @Nullable String title,
        String firstName,
        String lastName,
        @Nullable String nameEn,
        @Nullable NationalId nationalId,
        @Nullable LocalDate birthDate,
        @Nullable String email,
        @Nullable String phone,
        @Nullable PostalAddress address,
        AssuranceLevel assurance,
        AuthenticatorLevel authenticator) {

    /** Keeps personal data out of logs. */
    @Override
    public String toString() {
        return "ProvenIdentity[" + issuer + ", " + assurance.code() + "]";
    }
}
