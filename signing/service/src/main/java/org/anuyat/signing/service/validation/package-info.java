/** Validating: any bytes in, an answer out, about what was signed, by whom, and what happened to it since. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.service.validation;
