/** How people are told. */
@org.jspecify.annotations.NullMarked
package org.anuyat.workflow.delivery;
