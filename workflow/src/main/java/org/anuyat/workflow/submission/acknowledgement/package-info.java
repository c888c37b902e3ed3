/** The acknowledgement that every applicant gets (ใบรับคำขอ), as a document. */
@NullMarked
@org.springframework.modulith.NamedInterface("acknowledgement")
package org.anuyat.workflow.submission.acknowledgement;

import org.jspecify.annotations.NullMarked;
