/** Applications that go on at another agency of this installation because they were made to the wrong one. */
@NullMarked
@org.springframework.modulith.NamedInterface("transfer")
package org.anuyat.workflow.submission.transfer;

import org.jspecify.annotations.NullMarked;
