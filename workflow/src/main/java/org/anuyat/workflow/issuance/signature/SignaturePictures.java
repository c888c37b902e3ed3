package org.anuyat.workflow.issuance.signature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Pictures of officers' signatures, which administrators keep as {@code <folder>/<agency>/<user name>.png} or {@code .jpg}. */
@Component
public class SignaturePictures {

    private static final List<String> ENDINGS = List.of(".png", ".jpg");

    /** What can't lead out of the folder. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_@-][A-Za-z0-9._@-]{0,99}");

    private final Path folder;

    SignaturePictures(@Value("${anuyat.signature-pictures:${anuyat.home:data}/signature-pictures}") Path folder) {
        this.folder = folder;
    }

    /** The picture of an officer's signature, if there is one. */
    public Optional<byte[]> of(String agency, @Nullable String username) {
        if (username == null || !NAME.matcher(username).matches() || !NAME.matcher(agency).matches()) {
            return Optional.empty();
        }
        return ENDINGS.stream()
                .map(ending -> folder.resolve(agency).resolve(username + ending))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(SignaturePictures::read);
    }

    private static byte[] read(Path picture) {
        try {
            return Files.readAllBytes(picture);
        } catch (IOException e) {
            throw new UncheckedIOException("the picture of a signature can't be read: " + picture, e);
        }
    }
}
