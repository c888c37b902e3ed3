package org.anuyat.portal.application;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.anuyat.kit.part.Tag;
import org.anuyat.kit.part.Tag.Colour;
import org.anuyat.kit.text.Formats;
import org.anuyat.workflow.catalogue.DocumentRequirement;
import org.anuyat.workflow.files.FileRefused;
import org.anuyat.workflow.submission.ApplicationState;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** States, sizes and refusals of process 3 in the reader's words. */
@Component
public class Words {

    private static final long KILOBYTE = 1024;
    private static final long MEGABYTE = KILOBYTE * KILOBYTE;

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /** A message of the bundle. */
    public String say(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** The state of an application as a tag. */
    public Tag tag(ApplicationState state, Locale locale) {
        return Tag.of(say(locale, "apply.state." + state.name()), colour(state));
    }

    /** A file size, at least 1 KB. */
    public String size(long bytes, Locale locale) {
        return bytes < MEGABYTE
                ? say(locale, "apply.size.kilobytes", Math.max(1, bytes / KILOBYTE))
                : say(locale, "apply.size.megabytes", "%.1f".formatted((double) bytes / MEGABYTE));
    }

    /** Which files a requirement takes: types, largest size, how many. */
    public String accepted(DocumentRequirement requirement, Locale locale) {
        return say(
                locale,
                requirement.maxFiles() == 1 ? "apply.documents.accepted-one" : "apply.documents.accepted-many",
                types(requirement),
                requirement.maxBytes() / MEGABYTE,
                requirement.maxFiles());
    }

    /** Why a file was not taken in, and what to do about it. */
    public String refusal(FileRefused.Code code, DocumentRequirement requirement, Locale locale) {
        return say(locale, "apply.file." + code.name(), types(requirement), requirement.maxBytes() / MEGABYTE);
    }

    /** Dates and numbers for the reader. */
    public Formats formats(Locale locale) {
        return new Formats(locale);
    }

    /** The value of {@code accept} at a file input. */
    public static String acceptAttribute(DocumentRequirement requirement) {
        return requirement.types().stream().sorted().map(type -> "." + type).collect(Collectors.joining(","));
    }

    private static String types(DocumentRequirement requirement) {
        List<String> types = requirement.types().stream()
                .filter(type -> !type.equals("jpeg"))
                .map(type -> type.toUpperCase(Locale.ROOT))
                .sorted()
                .toList();
        return String.join(", ", types);
    }

    private static Colour colour(ApplicationState state) {
        return switch (state) {
            case SUBMITTED, IN_REVIEW, IN_APPROVAL, ISSUING -> Colour.BLUE;
            case CORRECTION_REQUESTED, AWAITING_PAYMENT -> Colour.ORANGE;
            case ISSUED -> Colour.GREEN;
            case REFUSED, LAPSED, RETURNED -> Colour.RED;
            case WITHDRAWN, FORWARDED -> Colour.GREY;
        };
    }
}
