package org.anuyat.signing.verifier.usage;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.anuyat.signing.verifier.report.Outcome;
import org.anuyat.signing.verifier.report.Texts;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a call, in one language; picocli itself speaks English only. */
public final class Complaints {

    private final Texts texts;

    /** Speaks one language. */
    public Complaints(Texts texts) {
        this.texts = texts;
    }

    /** Answers a call that wasn't understood: what is wrong, and where the rest is told. */
    public int answer(ParameterException problem, String... arguments) {
        CommandLine line = problem.getCommandLine();
        PrintWriter err = line.getErr();
        err.println("anuyat-verify: " + text(problem));
        err.println(texts.of("verifier.use.help", line.getCommandSpec().qualifiedName(" ")));
        return Outcome.UNKNOWN.exitCode();
    }

    /** Answers a call that couldn't be carried out. */
    public int answer(Exception problem, CommandLine line, CommandLine.ParseResult parsed) {
        String text = problem instanceof Misuse misuse
                ? misuse.in(texts)
                : texts.of("verifier.use.failed", String.valueOf(problem.getMessage()));
        line.getErr().println("anuyat-verify: " + text);
        return Outcome.UNKNOWN.exitCode();
    }

    private String text(ParameterException problem) {
        if (problem instanceof MissingParameterException missing) {
            return missing.getMissing().isEmpty()
                    ? missing.getMessage()
                    : texts.of("verifier.use.missing", labels(missing.getMissing()));
        }
        if (problem instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (problem instanceof OverwrittenOptionException twice) {
            return texts.of("verifier.use.twice", label(twice.getOverwritten()));
        }
        ArgSpec about = problem.getArgSpec();
        if (about != null && problem.getValue() != null) {
            return texts.of("verifier.use.value", problem.getValue(), label(about));
        }
        boolean noCommand = problem.getCommandLine().getParent() == null && about == null;
        return noCommand ? texts.of("verifier.use.no-command") : problem.getMessage();
    }

    private String unmatched(UnmatchedArgumentException problem) {
        String text = texts.of("verifier.use.unknown", String.join(" ", problem.getUnmatched()));
        List<String> suggestions = problem.getSuggestions();
        return suggestions.isEmpty()
                ? text
                : text + " " + texts.of("verifier.use.suggestion", String.join(", ", suggestions));
    }

    private static String labels(List<ArgSpec> missing) {
        return missing.stream().map(Complaints::label).collect(Collectors.joining(", "));
    }

    private static String label(ArgSpec spec) {
        return spec instanceof OptionSpec option ? option.longestName() + "=" + spec.paramLabel() : spec.paramLabel();
    }
}
