/** A bare application on the same libraries: what this machine gives when a page does nothing of ours. */
@org.jspecify.annotations.NullMarked
package org.anuyat.benchmarks.ceiling;
