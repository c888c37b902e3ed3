/** The opinion with which a case goes to the approvers (ความเห็นของเจ้าหน้าที่). */
@NullMarked
@org.springframework.modulith.NamedInterface("opinion")
package org.anuyat.workflow.review.opinion;

import org.jspecify.annotations.NullMarked;
