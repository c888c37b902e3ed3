/** The payments adapter as the room sees it, in the same process or over HTTP. */
@NullMarked
package org.anuyat.workflow.payment.billing;

import org.jspecify.annotations.NullMarked;
