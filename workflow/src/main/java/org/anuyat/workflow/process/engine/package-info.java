/** The engine itself: how it is set up, what its expressions may reach, when its jobs run. */
@NullMarked
package org.anuyat.workflow.process.engine;

import org.jspecify.annotations.NullMarked;
