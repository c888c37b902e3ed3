/** The signing service as the room sees it, in the same process or over HTTP. */
@NullMarked
package org.anuyat.workflow.issuance.sealing;

import org.jspecify.annotations.NullMarked;
