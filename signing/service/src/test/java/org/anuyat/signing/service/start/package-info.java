/** Settings with which the service doesn't start. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.service.start;
