/** Words and notations of the reader's language: message bundles of all rooms, dates, amounts, numbers. */
@org.jspecify.annotations.NullMarked
package org.anuyat.kit.text;
