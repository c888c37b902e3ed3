/** The public register of permits (Electronic Performance of Government Service Act B.E. 2565, section 13). */
@NullMarked
package org.anuyat.portal.register;

import org.jspecify.annotations.NullMarked;
