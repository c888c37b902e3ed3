/** Log lines without personal data. */
@org.jspecify.annotations.NullMarked
package org.anuyat.allinone.log;
