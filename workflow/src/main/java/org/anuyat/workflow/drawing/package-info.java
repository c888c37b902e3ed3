/** Ground floor: pictures of the pages of files that people handed in, drawn within bounds. */
@NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Drawing", allowedDependencies = {})
package org.anuyat.workflow.drawing;

import org.jspecify.annotations.NullMarked;
