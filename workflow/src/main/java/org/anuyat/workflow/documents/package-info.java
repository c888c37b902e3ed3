/**
 * Makes papers: an HTML/CSS template and data become a PDF/A-3a and PDF/UA-1 document with right Thai, machine-readable data
 * inside, and QR codes. Knows nothing of permits; to be used by any room, and by any other program.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Documents",
        allowedDependencies = {"thai"})
package org.anuyat.workflow.documents;

import org.jspecify.annotations.NullMarked;
