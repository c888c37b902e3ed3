/** Specifies the Thai ways of writing numbers, dates, money and identifiers. */
@NullMarked
package org.anuyat.workflow.thai;

import org.jspecify.annotations.NullMarked;
