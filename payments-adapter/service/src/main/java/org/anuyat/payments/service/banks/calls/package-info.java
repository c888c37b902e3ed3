/** What banks call for, what it is read from, and what they are answered. */
@NullMarked
package org.anuyat.payments.service.banks.calls;

import org.jspecify.annotations.NullMarked;
