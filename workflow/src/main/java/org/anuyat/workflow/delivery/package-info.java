/** Process 8, receive (การส่งมอบ): messages to applicants, and the downloading of what was issued. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Deliver",
        allowedDependencies = {
            "acts",
            "agency",
            "approval :: authority",
            "catalogue",
            "files",
            "identity",
            "language",
            "issuance",
            "submission",
            "thai"
        })
package org.anuyat.workflow.delivery;

import org.jspecify.annotations.NullMarked;
