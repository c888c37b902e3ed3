package org.anuyat.payments.service.banks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A bank's own side over HTTP: a ledger that can be asked in the words of SCB's pages and of our contract, and takes orders to give back. */
final class Peer implements AutoCloseable {

    /** The payer's bank, as slips name it. */
    static final String SENDER = "004";

    static final String USER = "agency";
    static final String PASSWORD = "a-password";

    private final HttpServer server;
    private final List<Said> ledger = new CopyOnWriteArrayList<>();
    private final Set<String> atScb = ConcurrentHashMap.newKeySet();
    private final Map<String, Map<?, ?>> refunds = new ConcurrentHashMap<>();

    private record Answer(int status, Object body) {}

    Peer() {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/scb/oauth/token", exchange -> answer(exchange, token(exchange)));
        server.createContext("/scb/payment/billpayment/inquiry", exchange -> answer(exchange, scbInquiry(exchange)));
        server.createContext("/link/payments", exchange -> answer(exchange, linkInquiry(exchange)));
        server.createContext("/scb/payment/billpayment/transactions/", exchange -> answer(exchange, scbSlip(exchange)));
        server.createContext("/link/slips/", exchange -> answer(exchange, linkSlip(exchange)));
        server.createContext("/link/refunds", exchange -> answer(exchange, linkRefund(exchange)));
        server.start();
    }

    URI url(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    /** Money that the bank really took, whichever is asked. */
    void take(Said payment) {
        ledger.add(payment);
    }

    /** Money that SCB took and no other bank knows. */
    void takeAtScb(Said payment) {
        atScb.add(payment.transactionId());
        ledger.add(payment);
    }

    private static Answer token(HttpExchange exchange) throws IOException {
        Map<?, ?> request = JsonMapper.shared().readValue(exchange.getRequestBody().readAllBytes(), Map.class);
        boolean known = USER.equals(request.get("applicationKey")) && PASSWORD.equals(request.get("applicationSecret"))
                && exchange.getRequestHeaders().containsKey("requestUId");
        return known
                ? new Answer(200, Map.of(
                        "status", Map.of("code", 1000, "description", "Success"),
                        "data", Map.of("accessToken", "token-1", "tokenType", "Bearer", "expiresIn", 1800)))
                : new Answer(401, Map.of("status", Map.of("code", 9500, "description", "Authentication failed")));
    }

    private Answer scbInquiry(HttpExchange exchange) {
        Map<String, String> query = query(exchange);
        if (!"Bearer token-1".equals(exchange.getRequestHeaders().getFirst("authorization"))
                || !USER.equals(exchange.getRequestHeaders().getFirst("resourceOwnerId"))
                || !"00300100".equals(query.get("eventCode"))) {
            return new Answer(401, Map.of("status", Map.of("code", 9500, "description", "Authentication failed")));
        }
        List<Map<String, Object>> found = ledger.stream()
                .filter(payment -> payment.billerId().equals(query.get("billerId"))
                        && payment.reference1().equals(query.get("reference1"))
                        && payment.day().toString().equals(query.get("transactionDate")))
                .map(Tongues::scb)
                .toList();
        return found.isEmpty()
                ? new Answer(404, Map.of("status", Map.of("code", 4101, "description", "No such payment")))
                : new Answer(200, Map.of("status", Map.of("code", 1000, "description", "Success"), "data", found));
    }

    private Optional<Said> slip(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        String transaction = path.substring(path.lastIndexOf('/') + 1);
        return SENDER.equals(query(exchange).get("sendingBank"))
                ? ledger.stream().filter(payment -> payment.transactionId().equals(transaction)).findFirst()
                : Optional.empty();
    }

    private Answer scbSlip(HttpExchange exchange) {
        if (!"Bearer token-1".equals(exchange.getRequestHeaders().getFirst("authorization"))) {
            return new Answer(401, Map.of("status", Map.of("code", 9500, "description", "Authentication failed")));
        }
        return slip(exchange)
                .map(payment -> new Answer(200, Map.of(
                        "status", Map.of("code", 1000, "description", "Success"),
                        "data", Map.of(
                                "transRef", payment.transactionId(),
                                "sendingBank", SENDER,
                                "receivingBank", "014",
                                "transDate", payment.day().format(DateTimeFormatter.BASIC_ISO_DATE),
                                "transTime", payment.paidAt().format(DateTimeFormatter.ofPattern("HH:mm:ss")),
                                "receiver", Map.of("proxy", Map.of("type", "BILLERID", "value", payment.billerId())),
                                "amount", payment.baht(),
                                "ref1", payment.reference1(),
                                "ref2", payment.reference2()))))
                .orElseGet(() -> new Answer(404, Map.of("status", Map.of("code", 4101, "description", "No such payment"))));
    }

    private Answer linkSlip(HttpExchange exchange) {
        if (!isUs(exchange)) {
            return new Answer(401, Map.of());
        }
        return slip(exchange)
                .map(payment -> {
                    Map<String, Object> slip = Contract.example("Slip", payment);
                    slip.put("receiver", payment.billerId());
                    return new Answer(200, slip);
                })
                .orElseGet(() -> new Answer(404, Map.of()));
    }

    private static boolean isUs(HttpExchange exchange) {
        String basic = Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private Answer linkInquiry(HttpExchange exchange) {
        if (!isUs(exchange)) {
            return new Answer(401, Map.of());
        }
        Map<String, String> query = query(exchange);
        return new Answer(200, Map.of("payments", ledger.stream()
                .filter(payment -> !atScb.contains(payment.transactionId()))
                .filter(payment -> payment.billerId().equals(query.get("billerId"))
                        && payment.reference1().equals(query.get("reference1"))
                        && payment.reference2().equals(query.get("reference2"))
                        && payment.day().toString().equals(query.get("day")))
                .map(payment -> Contract.example("Payment", payment))
                .toList()));
    }

    /** The same order again is the question how far it is: the second time it is done. */
    private Answer linkRefund(HttpExchange exchange) throws IOException {
        if (!isUs(exchange)) {
            return new Answer(401, Map.of());
        }
        Map<?, ?> order = JsonMapper.shared().readValue(exchange.getRequestBody().readAllBytes(), Map.class);
        Contract.mustBe("RefundOrder", order);
        if (ledger.stream().noneMatch(payment -> payment.transactionId().equals(order.get("transactionId")))) {
            return new Answer(200, Map.of("state", "REFUSED", "reason", "no such payment"));
        }
        Map<?, ?> before = refunds.put(String.valueOf(order.get("orderReference")), order);
        return new Answer(200, before == null
                ? Map.of("state", "ACCEPTED", "refundId", "R-" + order.get("orderReference"))
                : Map.of("state", "DONE", "refundId", "R-" + order.get("orderReference"), "completedAt", "2026-11-20T10:11:12+07:00"));
    }

    private static Map<String, String> query(HttpExchange exchange) {
        return Arrays.stream(exchange.getRequestURI().getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = JsonMapper.shared().writeValueAsBytes(answer.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
