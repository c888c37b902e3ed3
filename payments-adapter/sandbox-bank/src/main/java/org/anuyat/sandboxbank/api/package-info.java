/** What billers may ask the bank, in the shape of SCB's open API. */
@NullMarked
package org.anuyat.sandboxbank.api;

import org.jspecify.annotations.NullMarked;
