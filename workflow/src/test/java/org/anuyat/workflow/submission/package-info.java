/** Tests of process 3, on the real food licence and a real PostgreSQL. */
@NullMarked
package org.anuyat.workflow.submission;

import org.jspecify.annotations.NullMarked;
