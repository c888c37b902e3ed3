/** Inspections of premises: the appointment, photos of the place, the result. */
@NullMarked
package org.anuyat.backoffice.review.inspection;

import org.jspecify.annotations.NullMarked;
