/** The mailbox of the demonstration: what would have been sent by e-mail. Absent outside of demonstrations. */
@org.jspecify.annotations.NullMarked
package org.anuyat.portal.mailbox;
