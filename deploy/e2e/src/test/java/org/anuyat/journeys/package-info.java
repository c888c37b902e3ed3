/** Journeys through the running service in a real browser, as citizens and officers make them. */
@NullMarked
package org.anuyat.journeys;

import org.jspecify.annotations.NullMarked;
