/** Receipts as the law of public money wants them: numbers without gaps, cancelled ones kept, replacements that name what they replace. */
@NullMarked
@org.springframework.modulith.NamedInterface("receipt")
package org.anuyat.workflow.payment.receipt;

import org.jspecify.annotations.NullMarked;
