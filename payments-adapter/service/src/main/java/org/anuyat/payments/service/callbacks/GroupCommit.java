package org.anuyat.payments.service.callbacks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.anuyat.payments.service.PaymentsPart;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/**
 * Stores callbacks. Those that come while others are being written are written together as soon as that is done, in one commit. Each caller
 * waits until its own is durable; one that can't be stored doesn't keep the others from it.
 */
@PaymentsPart("paymentsGroupCommit")
class GroupCommit {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    /** With callbacks of the largest size a statement of one megabyte. */
    private static final int LARGEST = 64;
    /** One more than is needed: a connection that hangs mustn't hold up all calls. */
    private static final int WRITERS = 2;
    /** As long as the pool of connections makes a single one wait at most. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final CallbackBook book;
    private final Duration longest;
    private final Deque<Caller> waiting = new ArrayDeque<>();
    private int writing;

    /** A callback as it came. */
    record Arrival(String bank, Instant at, String remoteAddress, byte[] body) {}

    /** What somebody who waited is to do. */
    private enum Turn {
        /** It is stored. */
        DONE,
        /** Write what waits. */
        WRITE,
        /** Write yours alone. */
        ALONE
    }

    private static final class Caller {

        private final Arrival arrival;
        private final CompletableFuture<Turn> turn = new CompletableFuture<>();
        private long id;

        private Caller(Arrival arrival) {
            this.arrival = arrival;
        }

        private void stored(long number) {
            id = number;
            turn.complete(Turn.DONE);
        }
    }

    @Autowired
    GroupCommit(CallbackBook book) {
        this(book, LONGEST);
    }

    GroupCommit(CallbackBook book, Duration longest) {
        this.book = book;
        this.longest = longest;
    }

    /**
     * Stores a callback; it is durable when this returns.
     *
     * @return its number in the database
     * @throws DataAccessException when it isn't stored, or nobody knows: the bank is to call again
     */
    long store(Arrival arrival) {
        Caller caller = new Caller(arrival);
        return switch (begins(caller) ? Turn.WRITE : await(caller)) {
            case WRITE -> write(caller);
            case DONE -> caller.id;
            case ALONE -> alone(caller);
        };
    }

    /** How many wait for those that write. */
    synchronized int waiting() {
        return waiting.size();
    }

    private synchronized boolean begins(Caller caller) {
        if (writing < WRITERS) {
            writing++;
            return true;
        }
        waiting.add(caller);
        return false;
    }

    private Turn await(Caller caller) {
        long until = System.nanoTime() + longest.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return caller.turn.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    // it may be in the database already, and the time is bounded
                    interrupted = true;
                } catch (TimeoutException e) {
                    return tooLate(caller);
                } catch (ExecutionException e) {
                    throw refusal(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whose turn came in the last moment takes it. */
    private Turn tooLate(Caller caller) {
        synchronized (this) {
            waiting.remove(caller);
            if (!caller.turn.isDone()) {
                throw new QueryTimeoutException("a callback wasn't stored within " + longest);
            }
        }
        try {
            return caller.turn.join();
        } catch (CompletionException e) {
            throw refusal(e.getCause());
        }
    }

    /** One of its own for each caller. */
    private static RuntimeException refusal(@Nullable Throwable cause) {
        return new DataAccessResourceFailureException("a callback wasn't stored, nor those that came with it", cause);
    }

    private long write(Caller caller) {
        List<Caller> batch = batch(caller);
        try {
            List<Long> ids = book.store(batch.stream().map(each -> each.arrival).toList());
            for (int i = 0; i < ids.size(); i++) {
                batch.get(i).stored(ids.get(i));
            }
            return caller.id;
        } catch (CannotGetJdbcConnectionException e) {
            // an interruption is this thread's own affair
            if (!Thread.currentThread().isInterrupted()) {
                refuseAll(batch, e);
            }
            throw e;
        } catch (RuntimeException e) {
            if (batch.size() == 1) {
                throw e;
            }
            LOG.warn("{} callbacks can't be stored together; each is tried alone", batch.size(), e);
        } finally {
            // whatever happened, nobody is left waiting
            batch.forEach(each -> each.turn.complete(Turn.ALONE));
            next();
        }
        return alone(caller);
    }

    private synchronized List<Caller> batch(Caller first) {
        List<Caller> batch = new ArrayList<>();
        batch.add(first);
        while (!waiting.isEmpty() && batch.size() < LARGEST) {
            batch.add(waiting.remove());
        }
        return batch;
    }

    private long alone(Caller caller) {
        return book.store(List.of(caller.arrival)).get(0);
    }

    /** Without a connection for so long there will be none for those either that wait already. */
    private synchronized void refuseAll(List<Caller> batch, RuntimeException reason) {
        batch.forEach(each -> each.turn.completeExceptionally(reason));
        waiting.forEach(each -> each.turn.completeExceptionally(reason));
        waiting.clear();
    }

    /** Hands on to the first that waits: nobody writes for others when its own is done. */
    private synchronized void next() {
        Caller first = waiting.poll();
        if (first == null) {
            writing--;
        } else {
            first.turn.complete(Turn.WRITE);
        }
    }
}
