package org.anuyat.portal.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.anuyat.kit.Field;
import org.anuyat.workflow.catalogue.DocumentRequirement;
import org.anuyat.workflow.files.FileRefused;
import org.anuyat.workflow.submission.attachments.TooManyFiles;
import org.anuyat.workflow.submission.attachments.Upload;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Uploads from a browser: handed on one by one, with words at the field for what is not taken in. */
@Component
public class Uploads {

    private final Words words;

    Uploads(Words words) {
        this.words = words;
    }

    /**
     * What became of an upload.
     *
     * @param error words for the field; null when everything was taken in
     */
    public record Outcome(HttpStatus status, @Nullable String error) {}

    /** Hands on every file until one is not taken in. What was taken in before stays. */
    public Outcome each(
            List<MultipartFile> sent, DocumentRequirement requirement, Consumer<Upload> receiver, Locale locale) {
        // a browser sends one part without a name when nothing was chosen
        List<MultipartFile> chosen = sent.stream()
                .filter(file -> file.getOriginalFilename() != null && !file.getOriginalFilename().isEmpty())
                .toList();
        if (chosen.isEmpty()) {
            return new Outcome(HttpStatus.UNPROCESSABLE_CONTENT, words.say(locale, "apply.file.none"));
        }
        for (MultipartFile file : chosen) {
            Outcome outcome = one(file, requirement, receiver, locale);
            if (outcome.error() != null) {
                return chosen.size() == 1 ? outcome : named(file, outcome);
            }
        }
        return new Outcome(HttpStatus.OK, null);
    }

    /** The field for one more file. */
    public Field field(DocumentRequirement requirement, @Nullable String error, Locale locale) {
        Field field = Field.of("file", words.say(locale, "apply.documents.choose", requirement.name().in(locale)))
                .withId("file-" + requirement.key())
                .withHint(words.accepted(requirement, locale))
                .withError(error)
                .with("accept", Words.acceptAttribute(requirement));
        return requirement.maxFiles() > 1 ? field.with("multiple", "multiple") : field;
    }

    private Outcome one(
            MultipartFile file, DocumentRequirement requirement, Consumer<Upload> receiver, Locale locale) {
        try (InputStream content = file.getInputStream()) {
            receiver.accept(new Upload(content, file.getOriginalFilename(), file.getContentType()));
            return new Outcome(HttpStatus.OK, null);
        } catch (FileRefused refused) {
            return new Outcome(status(refused.code()), words.refusal(refused.code(), requirement, locale));
        } catch (TooManyFiles tooMany) {
            return new Outcome(
                    HttpStatus.UNPROCESSABLE_CONTENT, words.say(locale, "apply.file.too-many", tooMany.most()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outcome named(MultipartFile file, Outcome outcome) {
        return new Outcome(outcome.status(), file.getOriginalFilename() + ": " + outcome.error());
    }

    private static HttpStatus status(FileRefused.Code code) {
        return switch (code) {
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case STORE_FULL -> HttpStatus.INSUFFICIENT_STORAGE;
            case TYPE_NOT_ALLOWED -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case CONTENT_MISMATCH, EMPTY, DAMAGED, NOT_PLAIN, NAME -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
