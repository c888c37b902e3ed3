/** The tokens of QR codes: how facts become bytes, and how bytes are believed. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.validation.token;
