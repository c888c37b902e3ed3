/** From a draft to an application: the one-time code, the press of the button, the legal time of receipt. */
@NullMarked
@org.springframework.modulith.NamedInterface("confirmation")
package org.anuyat.workflow.submission.confirmation;

import org.jspecify.annotations.NullMarked;
