/** Anuyat's own contract for banks and payment gateways (docs/banks/bank-link.yaml). */
@NullMarked
package org.anuyat.payments.service.banks.generic;

import org.jspecify.annotations.NullMarked;
