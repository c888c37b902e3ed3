/** Refunds on the officers' pages: what was proposed, and the second officer's decision. */
@NullMarked
package org.anuyat.backoffice.finance.refunds;

import org.jspecify.annotations.NullMarked;
