/** Process 2 of the standard, prove who you are: the people and officers the platform knows, and how surely it knows them. */
@NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Identity", allowedDependencies = {"acts", "thai"})
package org.anuyat.workflow.identity;

import org.jspecify.annotations.NullMarked;
