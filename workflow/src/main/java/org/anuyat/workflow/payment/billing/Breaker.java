package org.anuyat.workflow.payment.billing;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * Leaves questions about a status unasked for some seconds when the adapter didn't answer one: every page of an open fee asks again and again, and
 * each question to an adapter that hangs would hold a request for the whole of its time-out. After the pause one question goes through; the
 * others wait for what becomes of it. Only what can do without an answer goes through here: nothing that moves money does.
 */
@Component
class Breaker {

    /** As long as nothing is asked. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Breaker.class);

    private final Clock clock;
    private Instant askAgain = Instant.MIN;
    private boolean silent;
    private boolean trying;

    Breaker(Clock clock) {
        this.clock = clock;
    }

    /**
     * Asks, or doesn't.
     *
     * @param otherwise what to go on with when there is no answer
     */
    <T> T ask(Supplier<T> question, T otherwise) {
        if (!mayAsk()) {
            return otherwise;
        }
        boolean answered = true;
        try {
            return question.get();
        } catch (RestClientException e) {
            answered = !isSilence(e);
            if (answered) {
                throw e;
            }
            LOG.warn("the payments adapter didn't answer, and isn't asked for a status for {} s: {}", PAUSE.toSeconds(), e.getMessage());
            return otherwise;
        } finally {
            ended(answered);
        }
    }

    /** Whether the connection failed, or the answer didn't come or stopped half-way. */
    private static boolean isSilence(RestClientException failed) {
        return NestedExceptionUtils.getRootCause(failed) instanceof IOException;
    }

    private synchronized boolean mayAsk() {
        if (!silent) {
            return true;
        }
        if (trying || clock.instant().isBefore(askAgain)) {
            return false;
        }
        trying = true;
        return true;
    }

    private synchronized void ended(boolean answered) {
        trying = false;
        silent = !answered;
        if (silent) {
            askAgain = clock.instant().plus(PAUSE);
        }
    }
}
