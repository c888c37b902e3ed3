package org.anuyat.backoffice.permits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.DateAnswer;
import org.anuyat.kit.Field;
import org.anuyat.workflow.thai.MalformedValueException;
import org.jspecify.annotations.Nullable;

/** What an order says, as it was typed. */
record OrderForm(OrderKind kind, DateAnswer until, String reason, String law) {

    private static final int LONGEST = 2_000;

    /** The questions of this order, with what is wrong once it was typed. */
    List<Field> fields(Words words, boolean typed, LocalDate today) {
        List<Field> fields = new ArrayList<>();
        if (kind == OrderKind.SUSPEND) {
            fields.add(Field.of("until", words.of("orders.until"))
                    .withHint(words.of("orders.until.hint"))
                    .withValue(until)
                    .withError(typed ? wrongDay(words, today) : null));
        }
        fields.add(text("reason", reason, words, typed));
        if (kind != OrderKind.REINSTATE) {
            fields.add(text("law", law, words, typed));
        }
        return List.copyOf(fields);
    }

    /** The last day of a suspension; null for one without end. */
    public @Nullable LocalDate lastDay() {
        return kind != OrderKind.SUSPEND || until.isEmpty() ? null : until.date();
    }

    private @Nullable String wrongDay(Words words, LocalDate today) {
        if (until.isEmpty()) {
            return null;
        }
        try {
            return until.date().isBefore(today) ? words.of("orders.refused.PAST_DAY") : null;
        } catch (MalformedValueException malformed) {
            return words.of("kit.malformed." + malformed.code());
        }
    }

    private static Field text(String name, String value, Words words, boolean typed) {
        String error = null;
        if (typed && value.isBlank()) {
            error = words.of("orders." + name + ".missing");
        } else if (typed && value.length() > LONGEST) {
            error = words.of("orders.too-long", LONGEST);
        }
        return Field.of(name, words.of("orders." + name))
                .withHint(words.of("orders." + name + ".hint"))
                .withLimit(LONGEST)
                .withValue(value)
                .withError(error);
    }
}
