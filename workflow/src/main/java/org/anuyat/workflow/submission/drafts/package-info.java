/** Preparing an application: answers page by page, documents, nothing lost until it is confirmed. */
@NullMarked
@org.springframework.modulith.NamedInterface("drafts")
package org.anuyat.workflow.submission.drafts;

import org.jspecify.annotations.NullMarked;
