/**
 * What whoever decided last leaves on a permit before the agency's seal: name, position and picture, or a digital signature for
 * the very decision that they confirmed.
 */
@NullMarked
@org.springframework.modulith.NamedInterface("signature")
package org.anuyat.workflow.issuance.signature;

import org.jspecify.annotations.NullMarked;
