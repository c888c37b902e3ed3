/** What pages show besides questions: tasks, summaries, time lines, tables, pages of a list. */
@org.jspecify.annotations.NullMarked
package org.anuyat.kit.part;
