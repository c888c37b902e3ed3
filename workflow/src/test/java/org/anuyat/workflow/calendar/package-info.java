@NullMarked
package org.anuyat.workflow.calendar;

import org.jspecify.annotations.NullMarked;
