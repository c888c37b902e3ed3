/** How the status is told. */
@org.jspecify.annotations.NullMarked
package org.anuyat.portal.status;
