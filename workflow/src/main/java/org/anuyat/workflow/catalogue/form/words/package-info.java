/** Answers and errors in words, in the reader's language. */
@NullMarked
@org.springframework.modulith.NamedInterface("form")
package org.anuyat.workflow.catalogue.form.words;

import org.jspecify.annotations.NullMarked;
