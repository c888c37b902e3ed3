/** Anybody may find out whether a permit is genuine and valid: by its QR code, its number, or its file. */
@NullMarked
package org.anuyat.portal.verification;

import org.jspecify.annotations.NullMarked;
