@NullMarked
package org.anuyat.backoffice.calendar;

import org.jspecify.annotations.NullMarked;
