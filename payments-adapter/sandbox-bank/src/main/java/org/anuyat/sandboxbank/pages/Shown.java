package org.anuyat.sandboxbank.pages;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.chrono.IsoChronology;
import java.time.chrono.ThaiBuddhistChronology;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.anuyat.sandboxbank.ledger.Ledger;

/** Amounts and times as the pages show them. */
public record Shown(Locale locale) {

    /** Baht with thousands separators and two decimals. */
    public String baht(long satang) {
        return String.format(Locale.ENGLISH, "%,.2f", BigDecimal.valueOf(satang, 2));
    }

    /** Day and time in Bangkok; Buddhist era in Thai. */
    public String time(Instant instant) {
        boolean thai = locale.getLanguage().equals("th");
        return DateTimeFormatter.ofPattern(thai ? "d MMMM yyyy HH.mm.ss 'น.'" : "d MMMM yyyy HH:mm:ss", locale)
                .withChronology(thai ? ThaiBuddhistChronology.INSTANCE : IsoChronology.INSTANCE)
                .format(instant.atZone(Ledger.BANGKOK));
    }
}
