package org.anuyat.workflow.identity;

import java.time.LocalDate;
import org.anuyat.workflow.thai.NationalId;
import org.jspecify.annotations.Nullable;

/**
 * A person whom the platform knows (ผู้ยื่นคำขอ).
 *
 * @param subject the account's stable identifier; never a national ID
 * @param title คำนำหน้า, such as นาย
 * @param firstName ชื่อ
 * @param lastName ชื่อสกุล
 * @param nameEn the whole name in Latin letters
 * @param nationalId เลขประจำตัวประชาชน; show {@link #maskedNationalId()} unless the full one is needed
 * @param phone digits only, national form
 * @param assurance how surely the identity was proven
 * @param authenticator how surely this is the same person again
 */
public record Person(
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

    /** Title, first and last name as Thai official papers write them: นายสมชาย ใจดี. */
    public String displayName() {
        return (title == null ? "" : title) + firstName + " " + lastName;
    }

    /** The English name, or the Thai one where none is known. */
    public String displayNameEn() {
        return nameEn == null ? displayName() : nameEn;
    }

    /** The national ID as far as its owner needs it to recognise it; empty when none is known. */
    public String maskedNationalId() {
        return nationalId == null ? "" : nationalId.masked();
    }

    /** Keeps personal data out of logs. */
    @Override
    public String toString() {
        return "Person[" + subject + ", " + assurance.code() + "]";
    }
}
