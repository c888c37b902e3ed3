package org.anuyat.workflow.submission.signature;

/**
 * The act of confirming, as it reached the platform.
 *
 * @param text the declaration that stood beside the button, in the language in which it was read
 * @param address the network address that the request came from
 * @param userAgent how the browser named itself; cut to {@value #LONGEST} characters
 */
public record Declaration(String text, String address, String userAgent) {

    private static final int LONGEST = 500;

    public Declaration {
        userAgent = userAgent.length() > LONGEST ? userAgent.substring(0, LONGEST) : userAgent;
    }
}
