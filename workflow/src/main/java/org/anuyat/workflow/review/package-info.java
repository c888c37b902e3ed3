/**
 * Process 4, review (การตรวจสอบ): registering, completeness and correctness, correction once and with a deadline, inspection of
 * the place, opinion.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Review",
        allowedDependencies = {
            "acts",
            "agency",
            "calendar",
            "catalogue",
            "catalogue::form",
            "files",
            "identity",
            "language",
            "submission",
            "submission::corrections",
            "submission::transfer",
            "thai",
            "worklist"
        })
package org.anuyat.workflow.review;

import org.jspecify.annotations.NullMarked;
