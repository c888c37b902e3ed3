package org.anuyat.kit;

/**
 * Whoever is signed in.
 *
 * @param name the name to show
 * @param signOutUrl where the sign-out form is posted to
 */
public record Visitor(String name, String signOutUrl) {
}
