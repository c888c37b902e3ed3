/** The pages of process 4: registering, forwarding, checking, corrections, inspection, opinion. */
@org.jspecify.annotations.NullMarked
package org.anuyat.backoffice.review;
