@NullMarked
package org.anuyat.workflow.catalogue.form;

import org.jspecify.annotations.NullMarked;
