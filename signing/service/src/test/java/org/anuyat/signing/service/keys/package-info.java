/** Keys as agencies keep them. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.service.keys;
