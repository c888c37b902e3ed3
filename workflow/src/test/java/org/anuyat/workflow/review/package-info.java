/** Tests of the room. */
@org.jspecify.annotations.NullMarked
package org.anuyat.workflow.review;
