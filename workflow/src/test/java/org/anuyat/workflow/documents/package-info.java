/** Specifies what documents look like, say, hold and refuse. */
@NullMarked
package org.anuyat.workflow.documents;

import org.jspecify.annotations.NullMarked;
