/** Presenting bills: references that never repeat, codes to pay by, asking the bank, and the end of a bill's time. */
@NullMarked
package org.anuyat.payments.service.bills;

import org.jspecify.annotations.NullMarked;
