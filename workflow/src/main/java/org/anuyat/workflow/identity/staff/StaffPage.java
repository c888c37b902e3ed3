package org.anuyat.workflow.identity.staff;

import java.util.List;

/**
 * One page of an agency's officers, by name.
 *
 * @param total on all pages
 */
public record StaffPage(List<StaffMember> members, long total) {

    public StaffPage {
        members = List.copyOf(members);
    }
}
