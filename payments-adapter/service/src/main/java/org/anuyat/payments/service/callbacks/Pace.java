package org.anuyat.payments.service.callbacks;

import java.time.Clock;

/** At most so many calls in each second of the clock. */
final class Pace {

    private final int perSecond;
    private final Clock clock;
    private long second;
    private int calls;

    Pace(int perSecond, Clock clock) {
        this.perSecond = perSecond;
        this.clock = clock;
    }

    synchronized boolean allow() {
        long now = clock.instant().getEpochSecond();
        if (now != second) {
            second = now;
            calls = 0;
        }
        return ++calls <= perSecond;
    }
}
