/** What the public is told about a file. */
@org.jspecify.annotations.NullMarked
package org.anuyat.portal.verification;
