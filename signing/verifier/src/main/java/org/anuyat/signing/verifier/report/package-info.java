/** What was checked, as a table, as JSON and as a PDF document. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.verifier.report;
