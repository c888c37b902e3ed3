package org.anuyat.workflow.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.anuyat.workflow.files.FileRefused.Code;

/** Reads a plain text to its end: UTF-8, and no control characters but those of lines and tabs. */
final class TextReader implements ContentCheck.Reader {

    @Override
    public void read(Path file) throws IOException {
        var utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (Reader text = new BufferedReader(new InputStreamReader(Files.newInputStream(file), utf8))) {
            for (int c = text.read(); c >= 0; c = text.read()) {
                if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t' && c != '\f') {
                    throw new FileRefused(Code.CONTENT_MISMATCH, "not a plain text");
                }
            }
        } catch (CharacterCodingException e) {
            throw new FileRefused(Code.DAMAGED, "the text is not UTF-8");
        }
    }
}
