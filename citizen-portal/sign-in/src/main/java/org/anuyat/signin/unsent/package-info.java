/** Forms that were sent after the session had ended, kept for whoever typed them. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signin.unsent;
