/** The pages of process 5: approving, sending back, refusing. */
@org.jspecify.annotations.NullMarked
package org.anuyat.backoffice.approval;
