/** Process 8 on the web: the permit on the phone's screen, and its document. */
@org.jspecify.annotations.NullMarked
package org.anuyat.portal.permit;
