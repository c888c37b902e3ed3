package org.anuyat.kit.error;

import org.jspecify.annotations.Nullable;

/**
 * What an exception of a room means to whoever asked. A portal declares beans of these for the exceptions of the domain,
 * which knows nothing of HTTP:
 * {@snippet :
 * @Bean
 * Meaning staleVersions() {
 *     return exception -> exception instanceof StaleVersionException ? Refusal.changedMeanwhile() : null;
 * }
 * }
 */
@FunctionalInterface
public interface Meaning {

    /** The refusal to answer with, or null when this exception is not ours. */
    @Nullable Refusal of(Throwable exception);
}
