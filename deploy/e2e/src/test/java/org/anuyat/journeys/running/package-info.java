/** The service in a process of its own, and the browsers of those who visit it. */
@NullMarked
package org.anuyat.journeys.running;

import org.jspecify.annotations.NullMarked;
