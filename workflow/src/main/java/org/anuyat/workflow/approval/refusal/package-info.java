/** What a written order of refusal must state, and that it was stated (Administrative Procedure Act B.E. 2539 sections 30 and 37). */
@NullMarked
@org.springframework.modulith.NamedInterface("refusal")
package org.anuyat.workflow.approval.refusal;

import org.jspecify.annotations.NullMarked;
