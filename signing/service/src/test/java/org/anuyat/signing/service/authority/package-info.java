/** An authority as real ones are, over HTTP: what it answers, and how it fails. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.service.authority;
