package org.anuyat.workflow.catalogue;

import org.anuyat.workflow.language.LocalizedText;

/**
 * One level of the decision up the hierarchy.
 *
 * @param role the officers' role that decides on it, such as {@code APPROVER_1}
 * @param position the post as it is printed under a signature
 */
public record ApprovalLevel(String role, LocalizedText position) {}
