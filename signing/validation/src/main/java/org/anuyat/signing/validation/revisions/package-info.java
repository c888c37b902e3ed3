/** Compares the revisions of a file by the objects that later ones define anew. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.validation.revisions;
