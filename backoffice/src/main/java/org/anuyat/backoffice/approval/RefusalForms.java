package org.anuyat.backoffice.approval;

import java.util.Arrays;
import java.util.List;
import org.anuyat.backoffice.review.Confirmation;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.Field;
import org.anuyat.kit.Look;
import org.anuyat.kit.Option;
import org.anuyat.workflow.approval.refusal.Hearing;
import org.anuyat.workflow.approval.refusal.RefusalGrounds.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The questions of an order of refusal, one for each part that the law wants. */
@Component
class RefusalForms {

    private final Words words;

    RefusalForms(Words words) {
        this.words = words;
    }

    /** @param confirmed null before anything was sent */
    List<Field> fields(RefusalForm typed, List<Part> missing, @Nullable Boolean confirmed) {
        return List.of(
                text("facts", Part.FACTS, typed.facts(), missing),
                text("law", Part.LAW, typed.law(), missing),
                text("reasons", Part.REASONS, typed.reasons(), missing),
                Field.of("hearing", words.of("office.refuse.hearing"))
                        .withHint(words.of("office.refuse.hearing.hint"))
                        .withOptions(Arrays.stream(Hearing.Kind.values())
                                .map(kind -> Option.of(kind.name(), words.of("office.refuse.hearing." + kind)))
                                .toList())
                        .withValue(typed.hearing())
                        .withError(
                                missing.contains(Part.HEARING) && typed.hearing() == null
                                        ? words.of("office.choice.missing")
                                        : null),
                text("hearingNote", Part.HEARING, typed.hearingNote(), missing),
                Confirmation.field(words, confirmed));
    }

    private Field text(String name, Part part, @Nullable String value, List<Part> missing) {
        return Field.of(name, words.of("office.refuse." + name))
                .withHint(words.of("office.refuse." + name + ".hint"))
                .withValue(value)
                .withLook(Look.PLAIN.withRows(6))
                .withError(missing.contains(part) ? words.of("office.refuse." + name + ".missing") : null);
    }
}
