/** A small portal with one page of everything, to look at and to test the kit with. */
@org.jspecify.annotations.NullMarked
package org.anuyat.kit.sample;
