/** The closing of the day: what was decided about each difference between the bank's file and the books, and a report that stays. */
@NullMarked
@org.springframework.modulith.NamedInterface("closing")
package org.anuyat.workflow.payment.closing;

import org.jspecify.annotations.NullMarked;
