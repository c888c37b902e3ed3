package org.anuyat.signing.service.validation;

import org.anuyat.signing.service.OnlyHere;
import org.anuyat.signing.service.SigningSettings;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Is down when every thread hangs in a file that takes too long, so that only a restart helps. */
@Component
@OnlyHere
class ValidationHealthIndicator implements HealthIndicator {

    private final Validation validation;
    private final int threads;

    ValidationHealthIndicator(Validation validation, SigningSettings settings) {
        this.validation = validation;
        this.threads = settings.validation().threads();
    }

    @Override
    public Health health() {
        int overdue = validation.overdue();
        return (overdue < threads ? Health.up() : Health.down())
                .withDetail("overdue", overdue)
                .build();
    }
}
