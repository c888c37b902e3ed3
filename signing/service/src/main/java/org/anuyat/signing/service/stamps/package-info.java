/** Time-stamp authorities (RFC 3161): asking them, and what their stamps rest on. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.service.stamps;
