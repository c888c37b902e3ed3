/** Tests of incremental updates. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.service.revision;
