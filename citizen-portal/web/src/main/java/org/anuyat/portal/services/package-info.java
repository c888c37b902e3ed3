/** Process 1, know: searching services, their citizen manuals, and the same as data. */
@NullMarked
package org.anuyat.portal.services;

import org.jspecify.annotations.NullMarked;
