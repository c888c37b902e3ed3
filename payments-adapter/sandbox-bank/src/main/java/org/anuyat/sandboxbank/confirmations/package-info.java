/** Telling billers of payments, again until they acknowledge or the tries are used up. */
@NullMarked
package org.anuyat.sandboxbank.confirmations;

import org.jspecify.annotations.NullMarked;
