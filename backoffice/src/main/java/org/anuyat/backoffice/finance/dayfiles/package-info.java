/** The banks' end-of-day files against the books: bringing one, what differs, and the report of a day. */
@NullMarked
package org.anuyat.backoffice.finance.dayfiles;

import org.jspecify.annotations.NullMarked;
