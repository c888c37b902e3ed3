/** The front page of the citizen portal, and what frames its pages. */
@NullMarked
package org.anuyat.portal.home;

import org.jspecify.annotations.NullMarked;
