/** The bank's end-of-day files for billers. */
@NullMarked
package org.anuyat.sandboxbank.dayfile;

import org.jspecify.annotations.NullMarked;
