/** The table of official holidays, read by every officer and edited by service designers. */
@NullMarked
package org.anuyat.backoffice.calendar;

import org.jspecify.annotations.NullMarked;
