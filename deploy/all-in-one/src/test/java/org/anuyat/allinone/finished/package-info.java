/** What stands around a case that has ended with a permit: anybody verifies, auditors look, the finance office goes on. */
@org.jspecify.annotations.NullMarked
package org.anuyat.allinone.finished;
