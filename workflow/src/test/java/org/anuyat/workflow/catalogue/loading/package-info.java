@NullMarked
package org.anuyat.workflow.catalogue.loading;

import org.jspecify.annotations.NullMarked;
