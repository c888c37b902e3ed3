/** The signatures of officers: theirs go on a document first, the agency's seal after them. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.api.officer;
