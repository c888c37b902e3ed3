/** What never stands in a log. */
@org.jspecify.annotations.NullMarked
package org.anuyat.allinone.log;
