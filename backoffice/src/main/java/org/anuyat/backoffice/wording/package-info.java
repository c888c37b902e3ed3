/** Words of the back office in the reader's language. */
@org.jspecify.annotations.NullMarked
package org.anuyat.backoffice.wording;
