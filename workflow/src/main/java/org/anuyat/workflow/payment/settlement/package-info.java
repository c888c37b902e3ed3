/** The finance officer's decisions about money that doesn't fit its bill, kept in the record of acts. */
@NullMarked
@org.springframework.modulith.NamedInterface("settlement")
package org.anuyat.workflow.payment.settlement;

import org.jspecify.annotations.NullMarked;
