package org.anuyat.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Answers calls that aren't granted. */
public final class Refusals {

    private Refusals() {}

    /** Writes a problem detail (RFC 9457). */
    public static void write(Admission admission, HttpServletResponse response) throws IOException {
        response.setStatus(admission.status().value());
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, admission.challenge());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        // all of it our own words: nothing to escape
        response.getOutputStream().write("""
                {"type":"about:blank","title":"%s","status":%d,"detail":"%s"}"""
                .formatted(admission.status().getReasonPhrase(), admission.status().value(), admission.detail())
                .getBytes(StandardCharsets.UTF_8));
    }
}
