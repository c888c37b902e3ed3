package org.anuyat.payments.service.banks;

import java.time.LocalDate;

/** Which payments to ask for: those of one biller and reference on one day in Bangkok. */
public record Inquiry(LocalDate day, String billerId, String reference1, String reference2) {}
