package org.anuyat.allinone.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.core.task.TaskDecorator;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets people go before paper: a job of the engine (a document to be typeset, a letter) begins while fewer requests and jobs
 * are under way than there are processors, or once it has waited for its patience. So at a deadline's rush pages stay quick and
 * documents come later, but never stop.
 */
final class PeopleFirst extends OncePerRequestFilter implements TaskDecorator {

    private final int processors;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private int requests;
    private int jobs;

    /**
     * @param processors that requests and jobs share, one or more
     * @param patience the longest time that a job waits before it begins; zero: never waits
     */
    PeopleFirst(int processors, Duration patience) {
        this.processors = processors;
        this.patience = patience;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        count(1, 0);
        try {
            chain.doFilter(request, response);
        } finally {
            count(-1, 0);
        }
    }

    @Override
    public Runnable decorate(Runnable job) {
        return () -> {
            awaitRoom();
            try {
                job.run();
            } finally {
                count(0, -1);
            }
        };
    }

    private void awaitRoom() {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (requests + jobs >= processors && left > 0) {
                left = room.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            // the server is stopping: the job runs and sees it by itself
            Thread.currentThread().interrupt();
        } finally {
            jobs++;
            lock.unlock();
        }
    }

    private void count(int moreRequests, int moreJobs) {
        lock.lock();
        try {
            requests += moreRequests;
            jobs += moreJobs;
            if (requests + jobs < processors) {
                room.signal();
            }
        } finally {
            lock.unlock();
        }
    }
}
