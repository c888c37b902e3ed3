/** The embedded identity provider: proves citizens and officers where no other provider is set. */
@org.jspecify.annotations.NullMarked
package org.anuyat.accounts;
