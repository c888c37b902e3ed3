/** Lists as files for a spreadsheet. */
@NullMarked
package org.anuyat.backoffice.sheet;

import org.jspecify.annotations.NullMarked;
