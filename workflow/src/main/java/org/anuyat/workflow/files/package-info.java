/** Ground floor: files that people handed in or that the platform made, checked when they come in and never changed. */
@NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Files", allowedDependencies = {})
package org.anuyat.workflow.files;

import org.jspecify.annotations.NullMarked;
