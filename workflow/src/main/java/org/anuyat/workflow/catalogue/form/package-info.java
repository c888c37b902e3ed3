/** The form engine: a service's JSON Schema and JSON Forms UI schema as pages, what people typed as answers, and their errors. */
@NullMarked
@org.springframework.modulith.NamedInterface("form")
package org.anuyat.workflow.catalogue.form;

import org.jspecify.annotations.NullMarked;
