/** Orders about issued permits: suspending, revoking, lifting a suspension. */
@NullMarked
package org.anuyat.backoffice.permits;

import org.jspecify.annotations.NullMarked;
