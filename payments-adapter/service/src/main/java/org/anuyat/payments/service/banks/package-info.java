/** The banks behind one port: what they report, and what they confirm when asked. */
@NullMarked
package org.anuyat.payments.service.banks;

import org.jspecify.annotations.NullMarked;
