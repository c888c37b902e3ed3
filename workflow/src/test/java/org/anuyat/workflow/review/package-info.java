/** Specifies how officers take cases in, check them, inspect places and give opinions. */
@org.jspecify.annotations.NullMarked
package org.anuyat.workflow.review;
