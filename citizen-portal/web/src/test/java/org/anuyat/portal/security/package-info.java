/** What identity providers say, and what is made of it. */
@org.jspecify.annotations.NullMarked
package org.anuyat.portal.security;
