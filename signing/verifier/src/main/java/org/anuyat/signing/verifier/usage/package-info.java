/** How the program is called: in which language it answers, and what it says when it can't do as told. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.verifier.usage;
