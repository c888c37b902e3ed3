package org.anuyat.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

/** A port for a server that must know its own address before it starts. */
public final class FreePort {

    private FreePort() {}

    /** Finds a port that nobody listens on at this moment. */
    public static int find() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }
}
