/** What callers from other processes are told. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.service.http;
