/** The officer's desk: what waits, lists of it, taking it on, exports. */
@org.jspecify.annotations.NullMarked
package org.anuyat.backoffice.desk;
