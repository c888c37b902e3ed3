/** Process 8, receive (การส่งมอบ): messages to applicants, and the downloading of what was issued. */
@NullMarked
package org.anuyat.workflow.delivery;

import org.jspecify.annotations.NullMarked;
