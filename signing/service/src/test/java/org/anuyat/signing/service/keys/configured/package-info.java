/** Tests of keys in files and tokens, with a real PKCS#11 library. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.service.keys.configured;
