package org.anuyat.workflow.submission.drafts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import org.anuyat.workflow.identity.Person;
import org.anuyat.workflow.identity.PostalAddress;
import org.anuyat.workflow.thai.BuddhistDate;
import org.jspecify.annotations.Nullable;

/** What is known about a person, by the names under which forms may ask for it ({@code prefill} in the UI schema). */
final class Prefill {

    private Prefill() {}

    static Map<String, String> known(Person person, Clock clock) {
        Map<String, String> known = new HashMap<>();
        put(known, "person.title", person.title());
        put(known, "person.prefix", prefix(person.title()));
        put(known, "person.firstName", person.firstName());
        put(known, "person.lastName", person.lastName());
        put(known, "person.fullName", person.firstName() + " " + person.lastName());
        put(known, "person.nameEn", person.nameEn());
        if (person.nationalId() != null) {
            put(known, "person.nationalId", person.nationalId().digits());
            // only Thai nationals hold a national ID that begins with 1 to 5, or 8 after naturalisation
            put(known, "person.nationality", person.nationalId().digits().matches("[1-58].*") ? "ไทย" : null);
        }
        put(known, "person.email", person.email());
        put(known, "person.phone", person.phone());
        LocalDate birth = person.birthDate();
        if (birth != null) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), BuddhistDate.ZONE);
            put(known, "person.birthDate", birth.toString());
            put(known, "person.age", String.valueOf(Period.between(birth, today).getYears()));
        }
        PostalAddress address = person.address();
        if (address != null) {
            put(known, "person.address.houseNumber", address.houseNumber());
            put(known, "person.address.moo", address.moo());
            put(known, "person.address.soi", address.soi());
            put(known, "person.address.road", address.road());
            put(known, "person.address.subdistrict", address.subdistrict());
            put(known, "person.address.district", address.district());
            put(known, "person.address.province", address.province());
            put(known, "person.address.postcode", address.postcode());
        }
        return known;
    }

    private static @Nullable String prefix(@Nullable String title) {
        if (title == null) {
            return null;
        }
        return switch (title) {
            case "นาย" -> "MR";
            case "นาง" -> "MRS";
            case "นางสาว", "น.ส." -> "MISS";
            default -> "OTHER";
        };
    }

    private static void put(Map<String, String> known, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            known.put(name, value);
        }
    }
}
