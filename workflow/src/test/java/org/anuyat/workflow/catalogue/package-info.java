@NullMarked
package org.anuyat.workflow.catalogue;

import org.jspecify.annotations.NullMarked;
