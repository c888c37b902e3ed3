/** Specifies how cases are decided, and what an order of refusal holds. */
@org.jspecify.annotations.NullMarked
package org.anuyat.workflow.approval;
