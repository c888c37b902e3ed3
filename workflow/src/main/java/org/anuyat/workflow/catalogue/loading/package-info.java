/** Reads the definitions of services from their folders, refuses bad ones, and keeps every version that ever was in force. */
@NullMarked
package org.anuyat.workflow.catalogue.loading;

import org.jspecify.annotations.NullMarked;
