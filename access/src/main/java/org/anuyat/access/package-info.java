/** How processes of one installation prove to each other who they are: access tokens, fixed tokens, TLS certificates. */
@NullMarked
package org.anuyat.access;

import org.jspecify.annotations.NullMarked;
