/** What came of the run, as a table to read and to keep. */
@org.jspecify.annotations.NullMarked
package org.anuyat.benchmarks.report;
