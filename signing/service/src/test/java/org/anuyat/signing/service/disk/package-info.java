/** Files that nobody else may read. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.service.disk;
