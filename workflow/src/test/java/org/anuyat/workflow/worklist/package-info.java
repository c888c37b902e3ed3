/** Specifies how tasks are taken on, done once, listed and found. */
@org.jspecify.annotations.NullMarked
package org.anuyat.workflow.worklist;
