/** Keys over the wire, as the Cloud Signature Consortium's API v2 has it: offered to other systems, and used from those that hold ours. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.service.csc;
