package org.anuyat.workflow.identity.staff;

import java.time.LocalDate;
import org.anuyat.workflow.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * An officer's account, also one whose access has ended.
 *
 * @param subject the account's stable identifier
 * @param agency the agency's code
 * @param endsOn the last day of access in Thailand's time; null while it has no end
 * @param version grows with every change
 */
public record StaffMember(
        String subject, String agency, Particulars particulars, @Nullable LocalDate endsOn, int version) {

    /** Whether there is access on a day. */
    public boolean hasAccess(LocalDate day) {
        return endsOn == null || !endsOn.isBefore(day);
    }

    /** Whether this is an administrator whose access has no end. */
    public boolean isLastingAdministrator() {
        return endsOn == null && particulars.roles().contains(Role.ADMINISTRATOR);
    }
}
