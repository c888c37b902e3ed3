package org.anuyat.workflow.identity.staff;

import org.anuyat.workflow.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * Which officers to list.
 *
 * @param text part of name, user name or position; empty for everybody
 * @param role that they hold; null for any
 * @param withEnded whether those whose access has ended are listed too
 * @param page from 0
 * @param size most on a page
 */
public record StaffQuery(String text, @Nullable Role role, boolean withEnded, int page, int size) {}
