/** Slips that payers hand in where their payment doesn't show by itself: evidence for a finance officer, never money. */
@NullMarked
@org.springframework.modulith.NamedInterface("slip")
package org.anuyat.workflow.payment.slip;

import org.jspecify.annotations.NullMarked;
