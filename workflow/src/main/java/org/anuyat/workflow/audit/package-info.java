/**
 * The record of every act (หลักฐานการกระทำ), as a hash chain that an outsider can check. It listens to what the rooms
 * publish and writes in their transaction: what happened and its record commit together.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"acts"})
package org.anuyat.workflow.audit;

import org.jspecify.annotations.NullMarked;
