/** The finished jar, started as auditors start it. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.verifier;
