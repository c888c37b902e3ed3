package org.anuyat.sandboxbank.confirmations;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.anuyat.sandboxbank.BankPart;
import org.anuyat.sandboxbank.BankSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** Sends confirmations over HTTP while the process runs. */
@BankPart("sandboxBankSender")
class Sender implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(10);
    private static final long BEAT_MILLIS = 300;

    private final Confirmations confirmations;
    private final BankSettings settings;
    private final RestClient http;
    private volatile @Nullable ScheduledExecutorService beat;

    private record Acknowledgement(@Nullable String resCode) {}

    Sender(Confirmations confirmations, BankSettings settings) {
        this.confirmations = confirmations;
        this.settings = settings;
        JdkClientHttpRequestFactory requests =
                new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(CONNECT).build());
        requests.setReadTimeout(READ);
        http = RestClient.builder().requestFactory(requests).build();
    }

    @Override
    public void start() {
        URI target = settings.callbackUrl();
        if (target == null) {
            LOG.info("No anuyat.sandbox-bank.callback-url: the make-believe bank confirms payments when asked only");
            return;
        }
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "sandbox-bank-confirmations");
            thread.setDaemon(true);
            return thread;
        });
        beat = started;
        started.scheduleWithFixedDelay(() -> sendAll(target), BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void sendAll(URI target) {
        try {
            Optional<Confirmations.Waiting> waiting = confirmations.claim();
            while (waiting.isPresent()) {
                send(target, waiting.get());
                waiting = confirmations.claim();
            }
        } catch (RuntimeException e) {
            LOG.warn("Confirmations wait: {}", e.getMessage());
        }
    }

    private void send(URI target, Confirmations.Waiting confirmation) {
        try {
            Acknowledgement answer = http.post()
                    .uri(target)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(confirmation.body())
                    .retrieve()
                    .body(Acknowledgement.class);
            boolean acknowledged = answer != null && "00".equals(answer.resCode());
            confirmations.answered(confirmation, acknowledged, acknowledged ? "00" : "?");
        } catch (RestClientResponseException e) {
            confirmations.answered(confirmation, false, "HTTP " + e.getStatusCode().value());
        } catch (RestClientException e) {
            confirmations.answered(confirmation, false, "–");
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService stopping = beat;
        beat = null;
        if (stopping != null) {
            stopping.shutdownNow();
            try {
                stopping.awaitTermination(READ.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return beat != null;
    }
}
