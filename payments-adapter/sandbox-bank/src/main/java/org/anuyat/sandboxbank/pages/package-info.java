/** The bank's pages for the payer. */
@NullMarked
package org.anuyat.sandboxbank.pages;

import org.jspecify.annotations.NullMarked;
