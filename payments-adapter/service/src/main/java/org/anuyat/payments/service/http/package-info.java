/** Who may call the adapter from another process. */
@NullMarked
package org.anuyat.payments.service.http;

import org.jspecify.annotations.NullMarked;
