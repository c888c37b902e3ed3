package org.anuyat.portal.security;

import java.util.List;

/** The one place where paths of the citizen portal are opened. What stands in no list is denied to everybody. */
final class PortalPaths {

    /** Open to everybody. */
    static final List<String> PUBLIC = List.of(
            "/",
            "/services",
            "/services/**",
            // section 13(2) of the Electronic Performance of Government Service Act: licences can be looked up, free
            "/register",
            "/register/**",
            "/verify",
            "/verify/**",
            "/permits/*",
            "/api/public/**",
            "/accessibility",
            "/privacy",
            "/about/**",
            "/sign-in-failed",
            "/error",
            // files
            "/assets/**",
            "/favicon.ico",
            "/robots.txt");

    /** Open to everybody while demonstrating; not there at all otherwise. */
    static final List<String> DEMONSTRATION = List.of("/sandbox-bank", "/sandbox-bank/**", "/mailbox", "/mailbox/**", "/demo-pki/**");

    /** Machines that post without a browser's session, and prove themselves in their own way. */
    static final List<String> WITHOUT_FORM_TOKEN = List.of("/payments/callbacks/**", "/sandbox-bank/v1/**", "/api/public/**", "/demo-pki/**");

    /** Open to machines. */
    static final List<String> CALLBACKS = List.of("/payments/callbacks/**");

    /** For citizens who have signed in. */
    static final List<String> CITIZEN = List.of(
            "/applications", "/applications/**", "/apply", "/apply/**", "/account", "/account/**", "/messages", "/messages/**", "/files/**",
            "/unsent");

    private PortalPaths() {}
}
