/** Signing in by OpenID Connect, as both portals need it: two realms, one way in, the way back to where one was going. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signin;
