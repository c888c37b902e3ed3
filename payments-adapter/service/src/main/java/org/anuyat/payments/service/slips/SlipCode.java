package org.anuyat.payments.service.slips;

import java.util.List;
import java.util.Optional;
import org.anuyat.payments.api.slips.Slip;
import org.anuyat.payments.service.qr.MalformedQr;
import org.anuyat.payments.service.qr.SlipQr;
import org.jspecify.annotations.Nullable;

/** Finds the slip's code among the QR codes of a picture, where a bill's or an advertisement's may stand beside it. */
final class SlipCode {

    private SlipCode() {}

    static Slip.@Nullable Code first(List<String> codes) {
        return codes.stream().flatMap(code -> read(code).stream()).findFirst().orElse(null);
    }

    private static Optional<Slip.Code> read(String payload) {
        try {
            return Optional.of(code(SlipQr.parse(payload), payload));
        } catch (MalformedQr e) {
            return Optional.empty();
        }
    }

    private static Slip.Code code(SlipQr slip, String payload) {
        if (slip instanceof SlipQr.BankSlip bank) {
            return new Slip.Code(bank.sendingBank(), bank.transaction(), payload);
        }
        return new Slip.Code(null, ((SlipQr.TrueMoneySlip) slip).transaction(), payload);
    }
}
