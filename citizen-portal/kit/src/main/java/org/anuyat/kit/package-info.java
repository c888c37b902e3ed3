/** The page kit: what every page of the citizen portal and of the back office is made of. */
@org.jspecify.annotations.NullMarked
package org.anuyat.kit;
