/** Levels: raising sealed documents to what their kind wants, and renewing them for as long as they must be trusted. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.service.levels;
