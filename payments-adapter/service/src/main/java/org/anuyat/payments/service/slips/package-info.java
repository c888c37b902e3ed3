/** Slips as evidence: the bank is asked about them, two officers decide about them, and each transfer counts once. */
@NullMarked
package org.anuyat.payments.service.slips;

import org.jspecify.annotations.NullMarked;
