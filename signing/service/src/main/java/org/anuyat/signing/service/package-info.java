/** Puts the signing service together: its settings, its beans, its own process. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.service;
