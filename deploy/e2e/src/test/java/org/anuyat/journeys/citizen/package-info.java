/** The pages of citizens and of the public, in the words of the procedure. */
@NullMarked
package org.anuyat.journeys.citizen;

import org.jspecify.annotations.NullMarked;
