/** Process 5, approval (การพิจารณาอนุมัติ): the decision up the hierarchy, and the order of refusal. */
@NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Approval")
package org.anuyat.workflow.approval;

import org.jspecify.annotations.NullMarked;
