/** Payment slips in the back office: a finance officer looks and decides, a second officer approves what a statement says. */
@NullMarked
package org.anuyat.backoffice.finance.slips;

import org.jspecify.annotations.NullMarked;
