/** Bars that counters scan. */
@NullMarked
package org.anuyat.workflow.documents.barcode;

import org.jspecify.annotations.NullMarked;
