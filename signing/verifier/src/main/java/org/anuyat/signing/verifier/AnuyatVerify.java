package org.anuyat.signing.verifier;

import java.io.FileOutputStream;
import java.io.FileDescriptor;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.logging.LogManager;
import org.anuyat.signing.verifier.report.Outcome;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Checks what the platform made, for auditors: offline, against the trust anchors that the auditor brings. Ends with 0 when
 * everything is valid, 1 when something is invalid, 2 when it can't be told or the call was wrong.
 */
@Command(
        name = "anuyat-verify",
        description = "Checks permits and other sealed documents, audit records and the tokens of QR codes, offline.",
        mixinStandardHelpOptions = true,
        version = "anuyat-verify 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything is valid",
            "1:something is invalid: changed, forged, broken or without a signature",
            "2:it can't be told (authority not trusted, revocation unknown, file unreadable), or the call was wrong"
        },
        subcommands = {DocumentsCommand.class, AuditCommand.class, TokenCommand.class})
public final class AnuyatVerify {

    private AnuyatVerify() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        // what it writes is read by machines too: digits 0 to 9, whatever the auditor's machine speaks
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        // the libraries' complaints about strange files would stand between the results
        LogManager.getLogManager().reset();
        System.setProperty("java.awt.headless", "true");
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(out);
        CommandLine line = new CommandLine(new AnuyatVerify());
        line.setOut(new PrintWriter(out, true));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((problem, command, parsed) -> {
            command.getErr().println("anuyat-verify: " + problem.getMessage());
            return Outcome.UNKNOWN.exitCode();
        });
        int code = line.execute(arguments);
        out.flush();
        // an examination that hangs in a hostile file mustn't keep the process
        Runtime.getRuntime().halt(code);
    }
}
