/** How many documents a processor core makes, seals, raises and examines, beside what its RSA gives at best. */
@org.jspecify.annotations.NullMarked
package org.anuyat.benchmarks.signing;
