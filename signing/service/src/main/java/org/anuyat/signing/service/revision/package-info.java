/** Incremental updates of PDF files that bear a signature or a time stamp. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.service.revision;
