/** What every service process does before anything else. */
@NullMarked
package org.anuyat.access.start;

import org.jspecify.annotations.NullMarked;
