package org.anuyat.payments.service.kills;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.anuyat.payments.api.DiscrepancyNotice;
import org.anuyat.payments.api.PaymentNotice;
import org.anuyat.payments.api.refunds.RefundNotice;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The platform's ear: acts once per notice, as the contract wants it, and notes in which order it was told about each bill. */
final class Listener implements AutoCloseable {

    static final String TOKEN = "the-adapters-token-at-the-platform-0123456789";

    final List<PaymentNotice> posted = new CopyOnWriteArrayList<>();
    final List<RefundNotice> refunded = new CopyOnWriteArrayList<>();
    final List<DiscrepancyNotice> queried = new CopyOnWriteArrayList<>();
    final AtomicInteger repeated = new AtomicInteger();
    private final Map<UUID, UUID> known = new ConcurrentHashMap<>();
    private final Map<UUID, List<Integer>> sequences = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final ExecutorService hands = Executors.newCachedThreadPool();

    Listener() {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(hands);
        server.createContext("/payments/v1/notices/", this::hear);
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** In which order a bill's notices had their effect. */
    List<Integer> sequence(UUID bill) {
        return sequences.getOrDefault(bill, List.of());
    }

    private void hear(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean allowed = ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (allowed) {
            act(exchange.getRequestURI().getPath(), body);
        }
        exchange.sendResponseHeaders(allowed ? 200 : 401, -1);
        exchange.close();
    }

    private synchronized void act(String path, byte[] body) {
        JsonMapper json = JsonMapper.shared();
        if (path.endsWith("/posted")) {
            PaymentNotice notice = json.readValue(body, PaymentNotice.class);
            once(notice.noticeId(), notice.bill().id(), notice.sequence(), () -> posted.add(notice));
        } else if (path.endsWith("/refunds")) {
            RefundNotice notice = json.readValue(body, RefundNotice.class);
            once(notice.noticeId(), notice.bill() == null ? null : notice.bill().id(), notice.sequence(), () -> refunded.add(notice));
        } else {
            DiscrepancyNotice notice = json.readValue(body, DiscrepancyNotice.class);
            once(notice.noticeId(), notice.bill().id(), notice.sequence(), () -> queried.add(notice));
        }
    }

    private void once(UUID notice, @Nullable UUID bill, int sequence, Runnable act) {
        if (known.put(notice, notice) != null) {
            repeated.incrementAndGet();
            return;
        }
        act.run();
        if (bill != null) {
            sequences.computeIfAbsent(bill, one -> new ArrayList<>()).add(sequence);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        hands.shutdownNow();
    }
}
