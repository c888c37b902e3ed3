/** What banks send: stored as it came, answered fast, believed only after the bank itself has confirmed it. */
@NullMarked
package org.anuyat.payments.service.callbacks;

import org.jspecify.annotations.NullMarked;
