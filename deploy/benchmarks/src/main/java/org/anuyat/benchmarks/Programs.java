package org.anuyat.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Programs of others that say what the machine gives. */
public final class Programs {

    private Programs() {}

    /** RSA-3072 signatures a second on one core by OpenSSL; empty where it isn't installed. */
    public static OptionalDouble rsa3072() {
        return number(List.of("openssl", "speed", "-seconds", "2", "rsa3072"), Map.of(), "rsa +3072 bits +\\S+ +\\S+ +([0-9.]+)");
    }

    /** The first group of a pattern in what a program says; empty where it isn't installed or says something else. */
    static OptionalDouble number(List<String> command, Map<String, String> environment, String pattern) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(1, TimeUnit.MINUTES);
            Matcher found = Pattern.compile(pattern).matcher(output);
            return found.find() ? OptionalDouble.of(Double.parseDouble(found.group(1))) : OptionalDouble.empty();
        } catch (IOException e) {
            return OptionalDouble.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
