/** An authority that anyone can have and nobody should trust: it makes the platform's seals work out of the box. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.service.demonstration;
