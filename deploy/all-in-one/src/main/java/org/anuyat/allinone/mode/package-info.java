/** Demonstration or production: the secrets of the one, what the other refuses, and what is said at start. */
@org.jspecify.annotations.NullMarked
package org.anuyat.allinone.mode;
