/** Looks after the keys that serve: how long their certificates last, and whether an authority has revoked one. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.service.keys.watch;
