/** What people typed as answers: read, tidied, held against the schema, with the error at its field. */
@NullMarked
@org.springframework.modulith.NamedInterface("form")
package org.anuyat.workflow.catalogue.form.answers;

import org.jspecify.annotations.NullMarked;
