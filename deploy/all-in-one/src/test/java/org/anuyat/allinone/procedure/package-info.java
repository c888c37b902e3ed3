/** The procedure from the first answer to the permit, with every part real, in tests that read like the procedure. */
@org.jspecify.annotations.NullMarked
package org.anuyat.allinone.procedure;
