/** Codes that machines read from screens and paper: QR codes, and bars that counters scan. */
@NullMarked
package org.anuyat.workflow.documents.barcode;

import org.jspecify.annotations.NullMarked;
