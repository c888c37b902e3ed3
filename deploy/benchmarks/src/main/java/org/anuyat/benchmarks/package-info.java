/** A load run against the all-in-one, beside the ceilings of the same machine in the same run. */
@org.jspecify.annotations.NullMarked
package org.anuyat.benchmarks;
