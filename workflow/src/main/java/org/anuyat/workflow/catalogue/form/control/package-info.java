/** The questions of a form: pages, groups, controls and what there is to choose from. */
@NullMarked
@org.springframework.modulith.NamedInterface("form")
package org.anuyat.workflow.catalogue.form.control;

import org.jspecify.annotations.NullMarked;
