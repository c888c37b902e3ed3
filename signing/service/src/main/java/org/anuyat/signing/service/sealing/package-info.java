/** Sealing: an order in, the same document with the agency's seal out, once and only once. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.service.sealing;
