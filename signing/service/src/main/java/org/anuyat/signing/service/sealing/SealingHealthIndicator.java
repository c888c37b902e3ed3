package org.anuyat.signing.service.sealing;

import java.io.UncheckedIOException;
import org.anuyat.signing.service.OnlyHere;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Is down when documents can't be kept. */
@Component
@OnlyHere
class SealingHealthIndicator implements HealthIndicator {

    private final SealedStore store;

    SealingHealthIndicator(SealedStore store) {
        this.store = store;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        try {
            store.probe();
        } catch (UncheckedIOException e) {
            health.down().withDetail("store", "can't be written");
        }
        return health.build();
    }
}
