/** Tokens as codes bear them. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.service.tokens;
