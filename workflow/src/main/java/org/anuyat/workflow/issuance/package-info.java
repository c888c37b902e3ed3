/** Process 7, issue (การออกใบอนุญาต): permit numbers, permit documents and their seal. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Issue",
        allowedDependencies = {
            "acts",
            "agency",
            "approval",
            "approval :: authority",
            "catalogue",
            "catalogue :: form",
            "documents",
            "files",
            "identity",
            "language",
            "papers",
            "submission",
            "thai"
        })
package org.anuyat.workflow.issuance;

import org.jspecify.annotations.NullMarked;
