/** The contract of payment slips: evidence that a payer hands in, which is never money by itself. */
@NullMarked
package org.anuyat.payments.api.slips;

import org.jspecify.annotations.NullMarked;
