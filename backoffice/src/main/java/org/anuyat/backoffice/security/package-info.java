/** Who may enter the back office, and which officer is asking. */
@org.jspecify.annotations.NullMarked
package org.anuyat.backoffice.security;
