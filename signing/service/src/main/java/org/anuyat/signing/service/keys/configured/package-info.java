/** The keys that the settings name, opened where they are kept: in files, in tokens, with others. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.service.keys.configured;
