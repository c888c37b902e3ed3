/** The contract of the payments adapter: bills to present, notices of confirmed money, and what the finance officer has to decide. */
@NullMarked
package org.anuyat.payments.api;

import org.jspecify.annotations.NullMarked;
