/** The fees of an agency as the finance officer's day sees them: what is expected, what was paid. */
@NullMarked
@org.springframework.modulith.NamedInterface("expected")
package org.anuyat.workflow.payment.expected;

import org.jspecify.annotations.NullMarked;
