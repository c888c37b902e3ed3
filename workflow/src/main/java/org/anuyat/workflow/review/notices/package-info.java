/** What the agency must tell while a case is being considered, without being asked. */
@NullMarked
@org.springframework.modulith.NamedInterface("notices")
package org.anuyat.workflow.review.notices;

import org.jspecify.annotations.NullMarked;
