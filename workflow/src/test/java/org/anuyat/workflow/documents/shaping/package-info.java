/** Specifies that Thai is drawn as HarfBuzz draws it and read as it was written. */
@NullMarked
package org.anuyat.workflow.documents.shaping;

import org.jspecify.annotations.NullMarked;
