package org.anuyat.workflow.catalogue.form.words;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.anuyat.workflow.catalogue.form.answers.FieldError;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Says errors of forms in the reader's language, as an official would write it. */
@Component
public class FormMessages {

    private static final String PREFIX = "form.error.";

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    /** With the bundle {@code messages/form}. */
    public FormMessages() {
        messages.setBasename("messages/form");
        messages.setDefaultEncoding("UTF-8");
        messages.setDefaultLocale(Locale.forLanguageTag("th"));
        messages.setFallbackToSystemLocale(false);
    }

    /** What is wrong, with the field's own label and the bounds that were broken; never what was typed. */
    public String text(FieldError error, Locale locale) {
        String said = error.message() == null ? general(error, locale) : error.message().in(locale);
        return error.row() == 0 ? said : messages.getMessage("form.row", new Object[] {error.row(), said}, locale);
    }

    private String general(FieldError error, Locale locale) {
        Object[] arguments = Stream.concat(
                        Stream.of(error.label().in(locale)), error.arguments().stream().map(FormMessages::bound))
                .toArray();
        String fallback = messages.getMessage(PREFIX + "other", arguments, locale);
        String said = messages.getMessage(PREFIX + error.code(), arguments, fallback, locale);
        return said == null ? fallback : said;
    }

    /** The field and the row of an error, for a list of all of them. */
    public List<String> texts(List<FieldError> errors, Locale locale) {
        return errors.stream().map(error -> text(error, locale)).toList();
    }

    private static String bound(Object argument) {
        try {
            return NumberFormat.getNumberInstance(Locale.ROOT).format(new BigDecimal(argument.toString()));
        } catch (NumberFormatException e) {
            return argument.toString();
        }
    }
}
