/** Specifies the officers' pages over the real rooms and a real PostgreSQL. */
@org.jspecify.annotations.NullMarked
package org.anuyat.backoffice;
