/** The picture of the own signature, for officers who decide about permits. */
@NullMarked
package org.anuyat.backoffice.signature;

import org.jspecify.annotations.NullMarked;
