package org.anuyat.payments.service.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void soManyCallsPassInASecondAndNoMoreUntilTheNext() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T05:00:00.900Z"));
        InstantSource source = now::get;
        Clock clock = source.withZone(ZoneOffset.UTC);
        Pace pace = new Pace(2, clock);
        assertThat(pace.allow()).isTrue();
        assertThat(pace.allow()).isTrue();
        assertThat(pace.allow()).isFalse();
        now.set(Instant.parse("2026-11-21T05:00:01Z"));
        assertThat(pace.allow()).isTrue();
    }
}
