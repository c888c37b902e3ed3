/** What the page kit promises. */
@org.jspecify.annotations.NullMarked
package org.anuyat.kit;
