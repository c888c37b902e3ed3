/**
 * The public register of permits (ทะเบียนใบอนุญาต) and their verification: what the public may see without charge, and
 * whether a permit is good today (Act B.E. 2565 sections 13 and 21).
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Register",
        allowedDependencies = {"acts", "identity", "issuance", "submission"})
package org.anuyat.workflow.registry;

import org.jspecify.annotations.NullMarked;
