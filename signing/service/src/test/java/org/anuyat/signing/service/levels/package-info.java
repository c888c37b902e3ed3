/** How documents reach their levels and keep them, with demonstration authorities and with ones like real ones. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.service.levels;
