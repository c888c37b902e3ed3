package org.anuyat.signing.service.levels;

import java.io.UncheckedIOException;
import org.anuyat.signing.service.OnlyHere;
import org.anuyat.signing.service.stamps.TimeStamps;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells how many documents wait for a higher level. Stays up while they do: sealing goes on, and a restart wouldn't help. */
@Component
@OnlyHere
class LevelsHealthIndicator implements HealthIndicator {

    private final LevelStore store;
    private final TimeStamps timeStamps;

    LevelsHealthIndicator(LevelStore store, TimeStamps timeStamps) {
        this.store = store;
        this.timeStamps = timeStamps;
    }

    @Override
    public Health health() {
        try {
            return Health.up()
                    .withDetail("pending", store.pendingIds().size())
                    .withDetail("timeStampAuthority", timeStamps.state())
                    .build();
        } catch (UncheckedIOException e) {
            return Health.down().withDetail("store", "can't be read").build();
        }
    }
}
