package org.anuyat.workflow.payment.closing;

import java.time.Instant;
import java.util.UUID;

/**
 * A day that was closed (การปิดยอดประจำวัน).
 *
 * @param file the end-of-day file
 * @param note the officer's remark; may be empty
 * @param report the report as it was at the closing, a PDF
 */
public record DayClosing(UUID file, String agency, int differences, String note, Instant closedAt, String officerName, UUID report) {}
