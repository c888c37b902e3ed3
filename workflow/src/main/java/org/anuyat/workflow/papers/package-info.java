/** Ground floor: papers that the agency gives out besides permits, and its electronic seal on them, which nobody waits for. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Papers",
        allowedDependencies = {"acts", "files"})
package org.anuyat.workflow.papers;

import org.jspecify.annotations.NullMarked;
