/** Tests of the file store. */
@NullMarked
package org.anuyat.workflow.files;

import org.jspecify.annotations.NullMarked;
