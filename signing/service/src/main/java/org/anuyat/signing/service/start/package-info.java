/** What whoever runs the service is told when it doesn't start. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.service.start;
