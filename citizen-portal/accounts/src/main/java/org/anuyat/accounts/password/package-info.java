/** Signing in to the embedded provider: the page, the password, and what too many wrong ones lead to. */
@org.jspecify.annotations.NullMarked
package org.anuyat.accounts.password;
