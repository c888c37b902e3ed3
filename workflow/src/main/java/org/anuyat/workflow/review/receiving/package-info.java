/** Taking applications in: registering them, or sending them to the agency that is competent. */
@NullMarked
@org.springframework.modulith.NamedInterface("receiving")
package org.anuyat.workflow.review.receiving;

import org.jspecify.annotations.NullMarked;
