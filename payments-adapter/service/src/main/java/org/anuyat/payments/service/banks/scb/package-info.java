/** Siam Commercial Bank's open API. */
@NullMarked
package org.anuyat.payments.service.banks.scb;

import org.jspecify.annotations.NullMarked;
