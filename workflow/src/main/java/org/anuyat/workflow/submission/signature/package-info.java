/** The applicant's electronic signature of type 1, a press of the confirm button, and the evidence that is kept of it. */
@NullMarked
@org.springframework.modulith.NamedInterface("signature")
package org.anuyat.workflow.submission.signature;

import org.jspecify.annotations.NullMarked;
