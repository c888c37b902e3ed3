/** The contract of banks' end-of-day files: what a file said, and how the books differ from it. */
@NullMarked
package org.anuyat.payments.api.dayfiles;

import org.jspecify.annotations.NullMarked;
