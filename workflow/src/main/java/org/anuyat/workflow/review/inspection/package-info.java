/** Inspection of the place (การตรวจสถานที่): the appointment, what was seen, photographs. */
@NullMarked
@org.springframework.modulith.NamedInterface("inspection")
package org.anuyat.workflow.review.inspection;

import org.jspecify.annotations.NullMarked;
