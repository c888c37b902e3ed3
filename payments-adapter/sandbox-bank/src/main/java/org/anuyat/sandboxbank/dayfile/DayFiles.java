package org.anuyat.sandboxbank.dayfile;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.LocalDate;
import org.anuyat.sandboxbank.BankPart;
import org.anuyat.sandboxbank.BankSettings;
import org.anuyat.sandboxbank.ledger.Ledger;
import org.anuyat.sandboxbank.ledger.Refunds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** Makes end-of-day files from the ledger, and delivers them to the biller over HTTP. */
@BankPart("sandboxBankDayFiles")
public class DayFiles {

    private static final Logger LOG = LoggerFactory.getLogger(DayFiles.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofMinutes(2);

    private final Ledger ledger;
    private final Refunds refunds;
    private final BankSettings settings;
    private final RestClient http;

    /** What became of a delivery. */
    public enum Delivery {
        TAKEN,
        REFUSED,
        NOBODY_THERE
    }

    DayFiles(Ledger ledger, Refunds refunds, BankSettings settings) {
        this.ledger = ledger;
        this.refunds = refunds;
        this.settings = settings;
        JdkClientHttpRequestFactory requests =
                new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(CONNECT).build());
        requests.setReadTimeout(READ);
        http = RestClient.builder().requestFactory(requests).build();
    }

    /** The payments of a day in Bangkok to a biller and what went back from it, as a file. */
    public byte[] file(String biller, LocalDate day) {
        String name = settings.billers().getOrDefault(biller, "");
        return DayFileText.of(biller, name, day, ledger.ofDay(biller, day), refunds.ofDay(biller, day));
    }

    /** Sends the file of a day to the biller, at the address of the confirmations and {@code /day-files}. */
    public Delivery deliver(String biller, LocalDate day) {
        URI confirmations = settings.callbackUrl();
        if (confirmations == null) {
            return Delivery.NOBODY_THERE;
        }
        try {
            http.post()
                    .uri(URI.create(confirmations + "/day-files"))
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .body(file(biller, day))
                    .retrieve()
                    .toBodilessEntity();
            return Delivery.TAKEN;
        } catch (RestClientResponseException e) {
            LOG.warn("The biller refused the file of {}: {}", day, e.getResponseBodyAsString());
            return Delivery.REFUSED;
        } catch (RestClientException e) {
            LOG.warn("The biller can't be reached: {}", e.getMessage());
            return Delivery.NOBODY_THERE;
        }
    }
}
