/**
 * Process 3, apply (การยื่นคำขอ): the application with its number, its legal time of receipt and its life cycle, and what is
 * published about it. How one comes to be lies in {@code drafts} and {@code confirmation}, how it is put right in
 * {@code corrections}.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Apply",
        allowedDependencies = {
            "acts", "agency", "calendar", "catalogue", "catalogue :: form", "documents", "files", "identity", "language", "papers", "thai"
        })
package org.anuyat.workflow.submission;

import org.jspecify.annotations.NullMarked;
