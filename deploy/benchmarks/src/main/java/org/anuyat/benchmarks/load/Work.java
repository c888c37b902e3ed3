package org.anuyat.benchmarks.load;

import java.util.concurrent.CompletableFuture;

/** One thing to ask the server for. */
@FunctionalInterface
public interface Work {

    /**
     * Begins and returns at once; completes exceptionally when the answer is not the expected one.
     *
     * @param index counts from 0 within one load, so that each can use a session or a draft of its own
     */
    CompletableFuture<?> begin(int index);
}
