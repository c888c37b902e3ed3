/** Makes and checks the tokens of QR codes with the agencies' token keys. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.service.tokens;
