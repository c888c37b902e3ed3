/** A make-believe bank for demonstrations: another organisation, reached over HTTP only, and labelled on every page as no bank. */
@NullMarked
package org.anuyat.sandboxbank;

import org.jspecify.annotations.NullMarked;
