/** The administrator's pages: the agency's officers, what they may do, and until when. */
@NullMarked
package org.anuyat.backoffice.staff;

import org.jspecify.annotations.NullMarked;
