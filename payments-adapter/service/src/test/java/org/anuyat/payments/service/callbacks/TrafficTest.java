package org.anuyat.payments.service.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TrafficTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Traffic traffic = new Traffic();

    @Test
    void nothing_is_waited_for_when_no_call_is_being_taken() throws Exception {
        traffic.begun();
        traffic.ended();
        traffic.giveWay(LONG);
    }

    @Test
    void earlier_calls_wait_until_the_last_one_has_its_answer() throws Exception {
        traffic.begun();
        traffic.begun();
        CompletableFuture<Void> confirmation = CompletableFuture.runAsync(this::giveWay);
        traffic.ended();
        assertThat(confirmation).isNotCompleted();

        traffic.ended();

        confirmation.get(10, TimeUnit.SECONDS);
    }

    @Test
    void endless_calls_hold_them_up_for_a_bounded_time_only() throws Exception {
        traffic.begun();
        long begin = System.nanoTime();
        traffic.giveWay(Duration.ofMillis(50));
        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(50));
    }

    private void giveWay() {
        try {
            traffic.giveWay(LONG);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
