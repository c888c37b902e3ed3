/** What can be said about the signatures of a file, and why. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.api.validation;
