/** The case as officers read it, with its documents, and what is shown when an act comes too late. */
@org.jspecify.annotations.NullMarked
package org.anuyat.backoffice.cases;
