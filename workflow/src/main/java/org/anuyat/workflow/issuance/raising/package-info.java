/**
 * What happens to the seal of a permit after it was issued: the signing service raises it in the background and renews it, and
 * the platform's own copy follows.
 */
@NullMarked
@org.springframework.modulith.NamedInterface("raising")
package org.anuyat.workflow.issuance.raising;

import org.jspecify.annotations.NullMarked;
