/** For whoever runs the service as a process of its own: why it doesn't start, and who may look at it from inside. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.service.start;
