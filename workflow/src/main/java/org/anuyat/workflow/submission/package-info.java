/**
 * Process 3, apply (การยื่นคำขอ): drafts, e-Form answers, attachments, confirmation, the legal time of receipt, and the
 * application with its life cycle.
 */
@NullMarked
package org.anuyat.workflow.submission;

import org.jspecify.annotations.NullMarked;
