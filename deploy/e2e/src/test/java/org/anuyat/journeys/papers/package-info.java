/** The documents that people hand in and receive, and what outside programs say about them. */
@NullMarked
package org.anuyat.journeys.papers;

import org.jspecify.annotations.NullMarked;
