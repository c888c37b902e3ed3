/** Taking in the documents that go with an application, by the requirements of its service. */
@NullMarked
@org.springframework.modulith.NamedInterface("attachments")
package org.anuyat.workflow.submission.attachments;

import org.jspecify.annotations.NullMarked;
