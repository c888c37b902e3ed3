/** Compact tokens for QR codes, which can be verified without a network: what a permit says, under its agency's key. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.api.token;
