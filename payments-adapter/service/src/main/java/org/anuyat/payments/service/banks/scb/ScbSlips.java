package org.anuyat.payments.service.banks.scb;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import org.anuyat.payments.api.slips.SlipFinding.Transfer;
import org.anuyat.payments.service.Utc;
import org.anuyat.payments.service.banks.calls.Field;
import org.anuyat.payments.service.banks.calls.UnreadableReport;
import org.jspecify.annotations.Nullable;

/**
 * Messages of the slip verification. The names of the fields are of SCB's pages; the shapes of day and receiver are not in the notes at hand, so
 * both usual ones of a day are read, and a receiver may be missing.
 */
final class ScbSlips {

    private ScbSlips() {}

    record Answer(ScbMessages.@Nullable Status status, @Nullable Slip data) {}

    record Party(@Nullable Name proxy, @Nullable Name account) {

        private String number() {
            return Stream.of(proxy, account)
                    .filter(name -> name != null && name.value() != null && !name.value().isBlank())
                    .map(name -> String.valueOf(name.value()))
                    .findFirst()
                    .orElse("");
        }
    }

    record Name(@Nullable String type, @Nullable String value) {}

    record Slip(
            @Nullable String transRef,
            @Nullable String sendingBank,
            @Nullable String transDate,
            @Nullable String transTime,
            @Nullable Party receiver,
            @Nullable String amount,
            @Nullable String ref1,
            @Nullable String ref2) {

        Transfer read() {
            return new Transfer(
                    Field.satang("amount", amount),
                    receiver == null ? "" : Field.optional("receiver", receiver.number(), 40),
                    Field.optional("ref1", ref1, 40),
                    Field.optional("ref2", ref2, 40),
                    at());
        }

        private Instant at() {
            String day = Field.present("transDate", transDate, 10);
            try {
                return Utc.ofBangkok(LocalDate.parse(day, day.contains("-") ? DateTimeFormatter.ISO_DATE : DateTimeFormatter.BASIC_ISO_DATE)
                        .atTime(LocalTime.parse(Field.present("transTime", transTime, 8))));
            } catch (DateTimeException e) {
                throw new UnreadableReport("transDate or transTime is no such time", e);
            }
        }
    }
}
