/** The embedded OAuth 2.0 and OpenID Connect authorization server: protocol endpoints, clients, keys, what a token says. */
@org.jspecify.annotations.NullMarked
package org.anuyat.accounts.server;
