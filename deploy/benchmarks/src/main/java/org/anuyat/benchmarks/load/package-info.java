/** Offering load and recording how long answers take. */
@org.jspecify.annotations.NullMarked
package org.anuyat.benchmarks.load;
