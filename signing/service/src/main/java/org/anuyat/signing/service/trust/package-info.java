/** Whom the service trusts: nobody but the roots that the installer put there, and the demonstration's where that is on. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.service.trust;
