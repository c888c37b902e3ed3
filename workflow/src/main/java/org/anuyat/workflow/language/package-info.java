/** Ground floor: texts that exist in Thai and in English. */
@NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Language", allowedDependencies = {})
package org.anuyat.workflow.language;

import org.jspecify.annotations.NullMarked;
