/** The Thai ways of writing numbers, dates, money and the identifiers of people: value types without any business rule. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Thai notations",
        allowedDependencies = {})
package org.anuyat.workflow.thai;

import org.jspecify.annotations.NullMarked;
