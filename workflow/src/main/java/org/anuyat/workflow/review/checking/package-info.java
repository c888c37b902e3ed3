/** Completeness and correctness: the checklist, its findings, the one request to correct, and the return of what stays wanting. */
@NullMarked
@org.springframework.modulith.NamedInterface("checking")
package org.anuyat.workflow.review.checking;

import org.jspecify.annotations.NullMarked;
