/** From the files of a service to its form, refusing whatever they leave open. */
@NullMarked
@org.springframework.modulith.NamedInterface("form")
package org.anuyat.workflow.catalogue.form.loading;

import org.jspecify.annotations.NullMarked;
