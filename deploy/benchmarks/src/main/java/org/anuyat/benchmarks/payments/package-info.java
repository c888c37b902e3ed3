/** What the payments adapter bears: payment codes, banks' calls, end-of-day files. */
@org.jspecify.annotations.NullMarked
package org.anuyat.benchmarks.payments;
