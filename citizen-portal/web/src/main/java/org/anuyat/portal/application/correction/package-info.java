/** Pages of putting an application right when the officers asked for it. */
@NullMarked
package org.anuyat.portal.application.correction;

import org.jspecify.annotations.NullMarked;
