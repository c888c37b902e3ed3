package org.anuyat.payments.service.kills;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stands in the way of calls: passes them on, or stops one before it arrives or before its answer comes back. Several whom it passes them to get
 * them in turn.
 */
final class Relay implements AutoCloseable {

    private static final Set<String> OF_THE_CONNECTION =
            Set.of("host", "connection", "content-length", "upgrade", "http2-settings", "expect", "transfer-encoding");

    /** Calls that it has passed on. */
    final AtomicInteger passed = new AtomicInteger();

    private final List<URI> targets;
    private final HttpServer server;
    private final ExecutorService hands = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicReference<@Nullable Stop> next = new AtomicReference<>();

    /** One call that is stopped. */
    static final class Stop {
        private final String path;
        private final boolean answered;
        private final CountDownLatch there = new CountDownLatch(1);
        private final CountDownLatch over = new CountDownLatch(1);
        private volatile boolean dropped;

        private Stop(String path, boolean answered) {
            this.path = path;
            this.answered = answered;
        }

        /** Waits until a call stands here. */
        void await() throws InterruptedException {
            if (!there.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("no call of " + path);
            }
        }

        /** Lets the call go on. */
        void goOn() {
            over.countDown();
        }

        /** Forgets the call: who made it is dead. */
        void drop() {
            dropped = true;
            over.countDown();
        }

        private boolean hold() {
            there.countDown();
            try {
                over.await();
            } catch (InterruptedException e) {
                dropped = true;
            }
            return !dropped;
        }
    }

    Relay(URI... targets) {
        this.targets = List.of(targets);
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(hands);
        server.createContext("/", this::pass);
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Stops the next call whose path contains this, before it arrives. */
    Stop before(String path) {
        return set(new Stop(path, false));
    }

    /** Stops the answer to the next call whose path contains this. */
    Stop after(String path) {
        return set(new Stop(path, true));
    }

    private Stop set(Stop stop) {
        next.set(stop);
        return stop;
    }

    private void pass(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Stop stop = next.get();
        boolean mine = stop != null
                && exchange.getRequestURI().getPath().contains(stop.path)
                && next.compareAndSet(stop, null);
        if (mine && !stop.answered && !stop.hold()) {
            exchange.close();
            return;
        }
        URI target = targets.get(passed.getAndIncrement() % targets.size());
        HttpRequest.Builder request = HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (!mine || !stop.answered || stop.hold()) {
                answer.headers().firstValue("Content-Type").ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
                exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
                exchange.getResponseBody().write(answer.body());
            }
        } catch (IOException | InterruptedException gone) {
            // whoever asked will ask again
        } finally {
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        hands.shutdownNow();
    }
}
