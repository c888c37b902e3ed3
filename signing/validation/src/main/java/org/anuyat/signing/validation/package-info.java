/** Examines files under the strict policy: a library that the service and the auditors' verifier share, without a server. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.validation;
