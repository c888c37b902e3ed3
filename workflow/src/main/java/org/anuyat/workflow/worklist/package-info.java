/** Ground floor: what waits for which officers (รายการงาน), in a table of its own that stays quick with 100,000 open rows. */
@NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Worklist", allowedDependencies = {"identity"})
package org.anuyat.workflow.worklist;

import org.jspecify.annotations.NullMarked;
