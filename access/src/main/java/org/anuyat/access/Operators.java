package org.anuyat.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Who may look at a process from inside: everybody sees whether it lives and is ready; parts of its health and metrics are for
 * whoever bears the token of {@code anuyat.management.token}, or in demonstration mode for the machine itself.
 */
public final class Operators {

    /** Where everybody may look. */
    public static final Set<String> PROBES = Set.of("/actuator/health/liveness", "/actuator/health/readiness");

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "0:0:0:0:0:0:0:1");

    private final String token;
    private final boolean local;

    /**
     * Takes the settings.
     *
     * @param token blank = nobody bears it
     * @param mode {@code anuyat.mode}
     */
    public Operators(String token, String mode) {
        this.token = token;
        this.local = mode.equals("demonstration");
    }

    /** Whether whoever sent a request may see all. */
    public boolean admit(HttpServletRequest request) {
        return bears(request.getHeader(HttpHeaders.AUTHORIZATION))
                || local && THIS_MACHINE.contains(request.getRemoteAddr());
    }

    private boolean bears(@Nullable String header) {
        return !token.isBlank()
                && header != null
                && MessageDigest.isEqual(
                        header.getBytes(StandardCharsets.UTF_8), ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    }
}
