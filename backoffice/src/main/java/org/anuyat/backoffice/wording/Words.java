package org.anuyat.backoffice.wording;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Texts in the language of whoever asks. */
@Component
public class Words {

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /** The text of a key. */
    public String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    /** The text of a key, or another text when there is none. */
    public String orElse(String key, String otherwise) {
        return String.valueOf(messages.getMessage(key, null, otherwise, locale()));
    }

    /** The reader's language. */
    public Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
