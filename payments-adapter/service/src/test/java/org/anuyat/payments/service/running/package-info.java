/** The adapter and the make-believe bank as applications of their own, and a payer at that bank. */
@org.jspecify.annotations.NullMarked
package org.anuyat.payments.service.running;
