/** Taking an application back (การถอนคำขอ). */
@NullMarked
@org.springframework.modulith.NamedInterface("withdrawal")
package org.anuyat.workflow.submission.withdrawal;

import org.jspecify.annotations.NullMarked;
