/** Status and time line of a case in words for the applicant, and how satisfied the applicant was. Listens to the acts of all rooms. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Tracking",
        allowedDependencies = {"acts", "submission"})
package org.anuyat.workflow.tracking;

import org.jspecify.annotations.NullMarked;
