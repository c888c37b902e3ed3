package org.anuyat.payments.service.dayfiles;

import java.time.LocalDateTime;

/**
 * A detail record of an end-of-day file.
 *
 * @param line of the file, the header being 1
 * @param billerId of the cross-bank extension, empty when the bank doesn't fill it in
 * @param paidAt Bangkok
 * @param credit false for a reversal
 */
record DayRecord(
        int line,
        boolean credit,
        String billerId,
        String reference1,
        String reference2,
        long amountSatang,
        LocalDateTime paidAt,
        String customer) {}
