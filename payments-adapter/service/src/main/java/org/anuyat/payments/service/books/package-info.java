/** The books: bills, confirmed money in exactly one place each, the finance officer's queue and the notices to the platform. */
@NullMarked
package org.anuyat.payments.service.books;

import org.jspecify.annotations.NullMarked;
