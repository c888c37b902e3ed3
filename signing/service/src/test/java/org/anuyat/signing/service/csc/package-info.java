/** Keys over the wire, between two real services. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.service.csc;
