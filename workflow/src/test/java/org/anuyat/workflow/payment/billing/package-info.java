/** Tests of how the payments adapter is called. */
@NullMarked
package org.anuyat.workflow.payment.billing;

import org.jspecify.annotations.NullMarked;
