/** Files that only this service may read, and that are whole or not there at all. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.service.disk;
