/** Bangkok Bank's Smart Bill Payment. */
@NullMarked
package org.anuyat.payments.service.banks.bbl;

import org.jspecify.annotations.NullMarked;
