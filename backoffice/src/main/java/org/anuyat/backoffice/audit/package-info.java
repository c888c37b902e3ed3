/** The auditor's pages: the record of acts, whether it is as it was written, and the documents with their signatures. */
@NullMarked
package org.anuyat.backoffice.audit;

import org.jspecify.annotations.NullMarked;
