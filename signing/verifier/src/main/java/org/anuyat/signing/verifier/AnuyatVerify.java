package org.anuyat.signing.verifier;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.logging.LogManager;
import org.anuyat.signing.verifier.usage.Complaints;
import org.anuyat.signing.verifier.usage.Language;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * Checks what the platform made, for auditors: offline, against the trust anchors that the auditor brings. Ends with 0 when
 * everything is valid, 1 when something is invalid, 2 when it can't be told or the call was wrong. The help's texts are in the
 * message bundles.
 */
@Command(
        name = "anuyat-verify",
        mixinStandardHelpOptions = true,
        version = "anuyat-verify 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DocumentsCommand.class, AuditCommand.class, TokenCommand.class})
public final class AnuyatVerify {

    @Option(
            names = "--language",
            paramLabel = "th|en",
            descriptionKey = "verifier.option.language",
            scope = ScopeType.INHERIT)
    Language language = Language.EN;

    private AnuyatVerify() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        Language wanted = Language.wanted(arguments);
        // lines of the help break between Thai words
        Locale.setDefault(wanted.texts().locale());
        // what it writes is read by machines too: digits 0 to 9, whatever the auditor's machine speaks
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        // the libraries' complaints about strange files would stand between the results
        LogManager.getLogManager().reset();
        System.setProperty("java.awt.headless", "true");
        System.setOut(stream(FileDescriptor.out));
        System.setErr(stream(FileDescriptor.err));
        Complaints complaints = new Complaints(wanted.texts());
        CommandLine line = new CommandLine(new AnuyatVerify());
        line.setOut(new PrintWriter(System.out, true));
        line.setErr(new PrintWriter(System.err, true));
        line.setResourceBundle(wanted.texts().own());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(complaints::answer);
        line.setExecutionExceptionHandler(complaints::answer);
        int code = line.execute(arguments);
        System.out.flush();
        // an examination that hangs in a hostile file mustn't keep the process
        Runtime.getRuntime().halt(code);
    }

    /** Thai is UTF-8 everywhere, whatever the terminal's settings say. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
