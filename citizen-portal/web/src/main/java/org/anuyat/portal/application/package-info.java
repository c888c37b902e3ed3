/** Pages of process 3, apply (การยื่นคำขอ): the citizen's applications, from the list to the single one. */
@NullMarked
package org.anuyat.portal.application;

import org.jspecify.annotations.NullMarked;
