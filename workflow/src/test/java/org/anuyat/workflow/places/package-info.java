@NullMarked
package org.anuyat.workflow.places;

import org.jspecify.annotations.NullMarked;
