/** Receipts on the finance officer's pages: what was given, cancelling one, issuing another in its place. */
@NullMarked
package org.anuyat.backoffice.finance.receipts;

import org.jspecify.annotations.NullMarked;
