package org.anuyat.sandboxbank;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Who is to be paid: keeps what the bank says and sends, and acknowledges it or not. */
final class Biller implements AutoCloseable {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<byte[]> files = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private Biller(boolean acknowledges) throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/callback", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestURI().getPath().endsWith("/day-files")) {
                files.add(body);
            } else {
                heard.add(new String(body, StandardCharsets.UTF_8));
            }
            if (acknowledges) {
                byte[] answer = "{\"resCode\":\"00\"}".getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            } else {
                exchange.sendResponseHeaders(500, -1);
            }
            exchange.close();
        });
        server.start();
    }

    /** All confirmations so far. */
    List<String> heard() {
        return heard;
    }

    /** All end-of-day files so far. */
    List<byte[]> files() {
        return files;
    }

    private String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/callback";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** Acknowledges everything. No stereotype, or the bank would find it. */
    static class Acknowledging {

        @Bean
        Biller biller() throws IOException {
            return new Biller(true);
        }

        @Bean
        DynamicPropertyRegistrar address(Biller biller) {
            return registry -> registry.add("anuyat.sandbox-bank.callback-url", biller::address);
        }
    }

    /** Hears everything and acknowledges nothing. */
    static class Deaf {

        @Bean
        Biller biller() throws IOException {
            return new Biller(false);
        }

        @Bean
        DynamicPropertyRegistrar address(Biller biller) {
            return registry -> registry.add("anuyat.sandbox-bank.callback-url", biller::address);
        }
    }
}
