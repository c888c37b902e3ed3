/**
 * The process engine's edge: the only package that knows the engine. It starts and moves the BPMN processes when the rooms
 * publish their acts, and calls the rooms' public methods where a process says that the platform acts. Nobody sees it.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Process")
package org.anuyat.workflow.process;

import org.jspecify.annotations.NullMarked;
