/** End-of-day files of the banks: read strictly, matched with the books, and asked about where they differ. */
@NullMarked
package org.anuyat.payments.service.dayfiles;

import org.jspecify.annotations.NullMarked;
