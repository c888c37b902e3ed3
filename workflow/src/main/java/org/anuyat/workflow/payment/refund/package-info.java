/** Money that goes back to its payer: proposed by a finance officer, approved by another officer, confirmed by the bank. */
@NullMarked
@org.springframework.modulith.NamedInterface("refund")
package org.anuyat.workflow.payment.refund;

import org.jspecify.annotations.NullMarked;
