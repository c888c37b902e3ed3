package org.anuyat.portal.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.anuyat.kit.error.Refusal;
import org.anuyat.workflow.registry.PermitStatus;
import org.anuyat.workflow.registry.PublicRegister;
import org.anuyat.workflow.registry.RegisterEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Verification for programs; an unknown token is answered by problem details (RFC 9457). */
@RestController
class PermitApi {

    private final PublicRegister register;
    private final Clock clock;

    PermitApi(PublicRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    /** A permit, its public particulars and its status at {@code checkedAt}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PermitState(
            String number,
            String agency,
            String service,
            String holder,
            LocalDate issuedOn,
            @Nullable LocalDate expiresOn,
            PermitStatus status,
            @Nullable LocalDate statusSince,
            @Nullable LocalDate suspendedUntil,
            Map<String, String> particulars,
            Instant checkedAt) {}

    @GetMapping("/api/public/permits/{token}")
    ResponseEntity<PermitState> permit(@PathVariable String token) {
        RegisterEntry entry =
                register.withToken(token).orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "verify.unknown"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new PermitState(
                        entry.number(),
                        entry.agency(),
                        entry.serviceId(),
                        entry.holderName(),
                        entry.issuedOn(),
                        entry.expiresOn(),
                        entry.status(),
                        entry.statusSince(),
                        entry.suspendedUntil(),
                        entry.particulars(),
                        clock.instant()));
    }
}
