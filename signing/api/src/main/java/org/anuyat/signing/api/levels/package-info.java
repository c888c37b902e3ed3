/** The levels of sealed documents: what is wanted, what is reached, what has to be renewed. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.api.levels;
