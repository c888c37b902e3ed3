/** Certified copies (สำเนาที่รับรองความถูกต้อง) of what is in an agency's case files. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Copies",
        allowedDependencies = {
            "acts",
            "agency",
            "catalogue",
            "documents",
            "drawing",
            "files",
            "identity",
            "language",
            "papers",
            "review::cases",
            "submission",
            "thai",
            "worklist"
        })
package org.anuyat.workflow.copies;

import org.jspecify.annotations.NullMarked;
