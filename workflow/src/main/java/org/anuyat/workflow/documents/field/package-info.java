/** Signature fields: what a template marks as such becomes a place on the page in which somebody signs later. */
@NullMarked
package org.anuyat.workflow.documents.field;

import org.jspecify.annotations.NullMarked;
