/** Process 7, issue (การออกใบอนุญาต): permit numbers, permit documents and their seal. */
@NullMarked
package org.anuyat.workflow.issuance;

import org.jspecify.annotations.NullMarked;
