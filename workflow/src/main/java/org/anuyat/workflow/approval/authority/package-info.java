/**
 * The last approver's act is theirs alone: it is confirmed with a one-time code that works for the very decision and nothing else
 * (Electronic Transactions Act B.E. 2544 section 26), and what was authorised is kept as evidence.
 */
@NullMarked
@org.springframework.modulith.NamedInterface("authority")
package org.anuyat.workflow.approval.authority;

import org.jspecify.annotations.NullMarked;
