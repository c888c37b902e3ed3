package org.anuyat.backoffice.finance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Objects;
import org.anuyat.workflow.payment.FeeBill;
import org.anuyat.workflow.payment.expected.ExpectedFees.Wanted;
import org.anuyat.workflow.thai.ThaiDigits;
import org.jspecify.annotations.Nullable;

/**
 * Which bills an address asks for. What makes no sense is left out.
 *
 * @param state name of a {@link FeeBill.State}
 * @param paid the day on which they were paid
 * @param text part of a number or reference
 */
record BillSearch(String state, String paid, String text) {

    private static final int LONGEST_TEXT = 100;

    BillSearch(@Nullable String state, @Nullable String paid, @Nullable String text) {
        this.state = Objects.requireNonNullElse(state, "");
        this.paid = Objects.requireNonNullElse(paid, "");
        this.text = Objects.requireNonNullElse(text, "");
    }

    Wanted wanted() {
        String plain = ThaiDigits.toArabic(text.strip());
        return new Wanted(
                Arrays.stream(FeeBill.State.values()).filter(one -> one.name().equals(state)).findFirst().orElse(null),
                day(),
                plain.substring(0, Math.min(plain.length(), LONGEST_TEXT)));
    }

    private @Nullable LocalDate day() {
        try {
            return LocalDate.parse(paid);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The same as a part of an address. */
    String query() {
        Wanted wanted = wanted();
        return "state=%s&paid=%s&text=%s"
                .formatted(
                        wanted.state() == null ? "" : wanted.state(),
                        wanted.paidOn() == null ? "" : wanted.paidOn(),
                        URLEncoder.encode(wanted.text(), StandardCharsets.UTF_8));
    }
}
