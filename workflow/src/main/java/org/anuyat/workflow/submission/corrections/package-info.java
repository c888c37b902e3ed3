/** Putting an application right: what the officers asked for, what the applicant changed, before and after. */
@NullMarked
@org.springframework.modulith.NamedInterface("corrections")
package org.anuyat.workflow.submission.corrections;

import org.jspecify.annotations.NullMarked;
