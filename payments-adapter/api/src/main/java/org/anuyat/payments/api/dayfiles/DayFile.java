package org.anuyat.payments.api.dayfiles;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An end-of-day file of a bank (ไฟล์รายการรับชำระเงินสิ้นวัน) that was read whole and whose totals agree with its records.
 *
 * @param bank name of the bank in the adapter's settings
 * @param agency code of the agency whose account it is about
 * @param account ten digits
 * @param effectiveOn the day the bank books the money, by its header
 * @param credits number of payments
 * @param debits number of reversals
 * @param matched number of payments that are in the books as they are in the file
 * @param asking number of payments that are still being entered, or about which the bank is still being asked
 */
public record DayFile(
        UUID id,
        String bank,
        String agency,
        String account,
        LocalDate effectiveOn,
        Instant receivedAt,
        long credits,
        long creditSatang,
        long debits,
        long debitSatang,
        long matched,
        long matchedSatang,
        long asking) {}
