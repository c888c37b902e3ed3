/** What the signing service promises: sealing documents, and telling with whose certificates. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.api;
