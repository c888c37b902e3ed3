/** The service over HTTP, for other processes that prove who they are. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.service.http;
