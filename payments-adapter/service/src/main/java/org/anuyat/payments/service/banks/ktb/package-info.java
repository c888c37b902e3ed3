/** Krungthai Bank's Direct Link. */
@NullMarked
package org.anuyat.payments.service.banks.ktb;

import org.jspecify.annotations.NullMarked;
