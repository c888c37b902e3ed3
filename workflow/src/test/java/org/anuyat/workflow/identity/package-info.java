/** Who the platform knows, and how surely. */
@org.jspecify.annotations.NullMarked
package org.anuyat.workflow.identity;
