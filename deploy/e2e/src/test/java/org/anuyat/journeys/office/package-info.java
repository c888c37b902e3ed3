/** The pages of officers, in the words of the procedure. */
@NullMarked
package org.anuyat.journeys.office;

import org.jspecify.annotations.NullMarked;
