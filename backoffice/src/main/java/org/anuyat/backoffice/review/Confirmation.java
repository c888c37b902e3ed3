package org.anuyat.backoffice.review;

import java.util.List;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.Field;
import org.anuyat.kit.Option;
import org.jspecify.annotations.Nullable;

/** The box that is ticked before an act that can't be undone. */
public final class Confirmation {

    private Confirmation() {}

    /** @param confirmed whether it was ticked; null before anything was sent */
    public static Field field(Words words, @Nullable Boolean confirmed) {
        return Field.of("confirmed", words.of("office.confirm"))
                .withOptions(List.of(Option.of("true", words.of("office.confirm.yes"))))
                .withValue(Boolean.TRUE.equals(confirmed) ? "true" : null)
                .withError(Boolean.FALSE.equals(confirmed) ? words.of("office.confirm.missing") : null);
    }
}
