/** What a reader or a client is told when a request can't be answered, and what the log keeps of it. */
@org.jspecify.annotations.NullMarked
package org.anuyat.kit.error;
