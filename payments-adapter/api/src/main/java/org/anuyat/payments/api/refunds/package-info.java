/** The contract of refunds: money that goes back to its payer by order of two officers. */
@NullMarked
package org.anuyat.payments.api.refunds;

import org.jspecify.annotations.NullMarked;
