/** The case as officers work on it: its stage, its version, and the rule that nobody acts on what has changed meanwhile. */
@NullMarked
@org.springframework.modulith.NamedInterface("cases")
package org.anuyat.workflow.review.cases;

import org.jspecify.annotations.NullMarked;
