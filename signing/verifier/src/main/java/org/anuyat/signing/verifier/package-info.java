/** The command line for auditors: checks documents, records and tokens without this platform and without a network. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.verifier;
