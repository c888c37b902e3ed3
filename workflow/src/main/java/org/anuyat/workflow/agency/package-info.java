/** Ground floor: the government agencies (หน่วยงานของรัฐ) that one installation serves. */
@NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Agencies", allowedDependencies = "language")
package org.anuyat.workflow.agency;

import org.jspecify.annotations.NullMarked;
