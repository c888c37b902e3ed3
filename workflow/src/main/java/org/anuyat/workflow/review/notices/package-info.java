/** What the agency must tell while a case is being considered, without being asked. */
@NullMarked
package org.anuyat.workflow.review.notices;

import org.jspecify.annotations.NullMarked;
