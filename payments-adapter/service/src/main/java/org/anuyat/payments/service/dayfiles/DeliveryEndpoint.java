package org.anuyat.payments.service.dayfiles;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.api.dayfiles.DayFile;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.callbacks.Gate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes end-of-day files from the banks themselves, through the same gate as their callbacks. */
@PaymentsPart
@RestController
class DeliveryEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryEndpoint.class);

    private final Gate gate;
    private final DayFileDesk desk;

    DeliveryEndpoint(Gate gate, DayFileDesk desk) {
        this.gate = gate;
        this.desk = desk;
    }

    @PostMapping("/payments/callbacks/{bank}/{secret}/day-files")
    ResponseEntity<Object> receive(
            @PathVariable("bank") String bank, @PathVariable("secret") String secret, HttpServletRequest request)
            throws IOException {
        Optional<ResponseEntity<Object>> refusal = gate.refusal(bank, secret, request);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        try {
            DayFile file = desk.delivered(bank, new InputStreamResource(request.getInputStream()));
            return ResponseEntity.ok(Map.of("file", file.id(), "credits", file.credits(), "debits", file.debits()));
        } catch (PaymentsRefusal refused) {
            LOG.warn("A file of bank {} is refused: {}", bank, refused.getMessage());
            String type = refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return Gate.problem(HttpStatus.valueOf(refused.reason().status()), type, String.valueOf(refused.getMessage()));
        }
    }
}
