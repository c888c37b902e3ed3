/** The finance officer's pages: money that doesn't fit its bill, and how the bill of a case stands. */
@NullMarked
package org.anuyat.backoffice.finance;

import org.jspecify.annotations.NullMarked;
