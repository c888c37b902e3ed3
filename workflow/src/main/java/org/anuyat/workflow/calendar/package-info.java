/** Ground floor: working time of the agencies, official holidays, and deadlines reckoned with them. */
@NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Calendar", allowedDependencies = {"acts", "language", "thai"})
package org.anuyat.workflow.calendar;

import org.jspecify.annotations.NullMarked;
