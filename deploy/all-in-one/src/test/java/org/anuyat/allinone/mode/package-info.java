/** What production mode refuses. */
@org.jspecify.annotations.NullMarked
package org.anuyat.allinone.mode;
