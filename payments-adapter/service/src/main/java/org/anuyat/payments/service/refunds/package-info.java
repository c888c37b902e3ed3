/** Refunds: ordered by two officers, carried out by the bank, entered in the books when the bank has confirmed them. */
@NullMarked
package org.anuyat.payments.service.refunds;

import org.jspecify.annotations.NullMarked;
