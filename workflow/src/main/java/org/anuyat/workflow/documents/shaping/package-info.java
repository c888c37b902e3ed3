/**
 * Turns text into glyphs that stand where the font wants them, and fonts into subsets that carry the exact text. Thai needs
 * both: a tone mark rises above a vowel, ญ and ฐ lose their foot over ุ and ู, ำ is drawn in two pieces; neither PDFBox nor
 * openhtmltopdf does that. Shaping is HarfBuzz's, as it comes with the Java runtime.
 */
@NullMarked
package org.anuyat.workflow.documents.shaping;

import org.jspecify.annotations.NullMarked;
