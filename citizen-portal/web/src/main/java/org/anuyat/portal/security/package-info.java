/** Who may see what in the citizen portal, and who is asking. */
@org.jspecify.annotations.NullMarked
package org.anuyat.portal.security;
