package org.anuyat.kit.part;

/** A status as a short word on a coloured ground. The colour never says more than the word. */
public record Tag(String text, Colour colour) {

    public static Tag of(String text, Colour colour) {
        return new Tag(text, colour);
    }

    /** What the class of the colour is called. */
    public String css() {
        return "govuk-tag--" + colour.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public enum Colour { GREY, GREEN, TURQUOISE, BLUE, LIGHT_BLUE, PURPLE, PINK, RED, ORANGE, YELLOW }
}
