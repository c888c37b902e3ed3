/** The keys that sign: whose they are, where they are kept, and the one thing that they are for. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.service.keys;
