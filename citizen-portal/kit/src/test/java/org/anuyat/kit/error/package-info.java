/** What readers and programs are told when something goes wrong. */
@org.jspecify.annotations.NullMarked
package org.anuyat.kit.error;
