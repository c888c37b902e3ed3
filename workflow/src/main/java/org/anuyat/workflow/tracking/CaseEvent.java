package org.anuyat.workflow.tracking;

import java.time.Instant;
import java.util.Map;
import org.anuyat.workflow.acts.Actor;

/**
 * One entry of the time line.
 *
 * @param act the stable name; bundles hold its text for applicants under {@code timeline.<act>}
 * @param by in which capacity somebody acted; officers are not named to the applicant here
 * @param details as the act published them
 */
public record CaseEvent(Instant at, String act, Actor.Kind by, Map<String, Object> details) {}
