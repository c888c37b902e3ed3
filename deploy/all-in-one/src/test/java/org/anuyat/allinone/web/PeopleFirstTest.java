package org.anuyat.allinone.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Jobs wait for requests, not for ever, and not where a processor is free. */
class PeopleFirstTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch answering = new CountDownLatch(1);

    @AfterEach
    void stop() {
        answering.countDown();
        threads.shutdownNow();
    }

    @Test
    void aJobWaitsUntilTheRequestsAreAnswered() throws Exception {
        PeopleFirst rush = new PeopleFirst(1, LONG);
        Future<?> request = request(rush);
        Future<?> job = threads.submit(rush.decorate(() -> {}));
        assertThat(finished(job)).isFalse();
        answering.countDown();
        request.get(1, TimeUnit.MINUTES);
        job.get(1, TimeUnit.MINUTES);
    }

    @Test
    void aJobRunsBesideARequestWhereAProcessorIsFree() throws Exception {
        PeopleFirst rush = new PeopleFirst(2, LONG);
        request(rush);
        threads.submit(rush.decorate(() -> {})).get(1, TimeUnit.MINUTES);
    }

    @Test
    void aJobThatHasWaitedLongEnoughRuns() throws Exception {
        PeopleFirst rush = new PeopleFirst(1, Duration.ofMillis(20));
        request(rush);
        threads.submit(rush.decorate(() -> {})).get(1, TimeUnit.MINUTES);
    }

    @Test
    void aJobThatFailsMakesRoomAgain() {
        PeopleFirst rush = new PeopleFirst(1, LONG);
        Future<?> failing = threads.submit(rush.decorate(() -> {
            throw new IllegalStateException("on purpose");
        }));
        assertThat(failing).failsWithin(Duration.ofMinutes(1));
        assertThatNoException().isThrownBy(() -> threads.submit(rush.decorate(() -> {})).get(1, TimeUnit.MINUTES));
    }

    private Future<?> request(PeopleFirst rush) throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        Future<?> request = threads.submit(() -> {
            rush.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), (in, out) -> {
                arrived.countDown();
                try {
                    answering.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            return null;
        });
        assertThat(arrived.await(1, TimeUnit.MINUTES)).isTrue();
        return request;
    }

    private static boolean finished(Future<?> job) throws Exception {
        try {
            job.get(200, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }
}
