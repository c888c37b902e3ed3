/**
 * Ground floor: what somebody did to a case or in an agency's affairs, as every room publishes it. The rooms around the eight
 * processes (tracking, audit, delivery) and the process engine's edge listen; nobody needs to know who listens.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Acts", allowedDependencies = {})
package org.anuyat.workflow.acts;

import org.jspecify.annotations.NullMarked;
