/** Process 5, approval (การพิจารณาอนุมัติ): the decision up the hierarchy, and the order of refusal. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Approval",
        allowedDependencies = {
            "acts",
            "agency",
            "calendar",
            "catalogue",
            "documents",
            "files",
            "identity",
            "language",
            "papers",
            "review",
            "review::cases",
            "review::checking",
            "review::inspection",
            "review::opinion",
            "submission",
            "thai",
            "worklist"
        })
package org.anuyat.workflow.approval;

import org.jspecify.annotations.NullMarked;
