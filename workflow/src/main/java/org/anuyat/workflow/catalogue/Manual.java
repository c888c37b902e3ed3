package org.anuyat.workflow.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.anuyat.workflow.language.LocalizedText;

/**
 * The citizen manual (คู่มือสำหรับประชาชน, section 7 of the Licensing Facilitation Act B.E. 2558), in the structure of the
 * manuals on info.go.th. The documents are those of the service definition.
 *
 * @param summary what the service is for, in one or two sentences
 * @param who who may or must apply
 * @param criteria criteria, method and conditions, one paragraph each
 * @param channels where to apply
 * @param steps what happens, in order
 * @param totalDays how long the agency takes at most, in calendar days from a complete application
 * @param totalBasis the provision that sets it
 * @param fees what it costs
 * @param complaints where to complain
 * @param laws what all of it rests on
 * @param remarks what else is to be known, among it every value that still has to be checked
 * @param keywords other words by which people look for it
 * @param effects what one may do with the permit: show it electronically, renew it
 * @param published when this text was published
 */
public record Manual(
        LocalizedText summary,
        List<LocalizedText> who,
        List<LocalizedText> criteria,
        List<Channel> channels,
        List<Step> steps,
        int totalDays,
        LocalizedText totalBasis,
        List<FeeLine> fees,
        List<Complaint> complaints,
        List<LocalizedText> laws,
        List<LocalizedText> remarks,
        LocalizedText keywords,
        List<LocalizedText> effects,
        LocalDate published) {

    /**
     * A place where to apply.
     *
     * @param name what it is
     * @param detail address, hours, what to bring
     * @param online whether it is this platform
     */
    public record Channel(LocalizedText name, LocalizedText detail, boolean online) {}

    /**
     * A step of the procedure.
     *
     * @param name what happens
     * @param detail more about it
     * @param duration how long it takes, in words ("ภายใน 15 วัน")
     * @param days the days of the total that it takes; 0 if it takes none of the agency's time
     * @param unit who does it
     */
    public record Step(LocalizedText name, LocalizedText detail, LocalizedText duration, int days, LocalizedText unit) {}

    /**
     * A line of the table of fees.
     *
     * @param item what is paid for
     * @param satang how much
     * @param unit per what
     * @param condition when
     * @param legalBasis on what ground
     */
    public record FeeLine(
            LocalizedText item, long satang, LocalizedText unit, LocalizedText condition, LocalizedText legalBasis) {}

    /**
     * A place where to complain.
     *
     * @param name who
     * @param contact how
     */
    public record Complaint(LocalizedText name, LocalizedText contact) {}
}
