package org.anuyat.portal.verification;

import java.time.Clock;
import java.util.Locale;
import org.anuyat.portal.permit.ParticularRow;
import org.anuyat.workflow.agency.Agencies;
import org.anuyat.workflow.agency.Agency;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.registry.RegisterEntry;
import org.springframework.stereotype.Component;

/** Puts entries of the register into the reader's words. */
@Component
class PermitViews {

    private final Services services;
    private final Agencies agencies;
    private final Clock clock;

    PermitViews(Services services, Agencies agencies, Clock clock) {
        this.services = services;
        this.agencies = agencies;
        this.clock = clock;
    }

    PermitView of(RegisterEntry entry, Locale locale) {
        ServiceDefinition service = services.version(entry.serviceId(), entry.serviceVersion());
        Agency agency = agencies.byCode(entry.agency());
        return new PermitView(
                entry.number(),
                service.permit().title().in(locale),
                agency.name(locale),
                agency.phone(),
                entry.holderName(),
                ParticularRow.of(service, entry.particulars(), locale),
                entry.issuedOn(),
                entry.expiresOn(),
                entry.status(),
                entry.statusSince(),
                entry.suspendedUntil(),
                clock.instant());
    }
}
