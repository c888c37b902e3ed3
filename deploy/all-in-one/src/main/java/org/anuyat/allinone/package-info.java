/** The whole platform in one process, as plain {@code mvn} starts it. */
@org.jspecify.annotations.NullMarked
package org.anuyat.allinone;
