package org.anuyat.payments.service.banks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.service.banks.Tongues.Tongue;
import org.anuyat.payments.service.banks.calls.Field;
import org.anuyat.payments.service.banks.calls.Verdict;
import org.anuyat.payments.service.dayfiles.DayFileLines;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An agency's adapter and all the banks that collect for it. */
final class Street implements BeforeAllCallback {

    private static final Duration FORTNIGHT = Duration.ofDays(14);
    static final long FEE = 364_922;

    static Peer peer;
    static Office office;

    /** Each file has a day of its own: a bank has one of an account and day. */
    private static LocalDate fileDay = LocalDate.of(2027, 1, 1);

    @Override
    public void beforeAll(ExtensionContext test) {
        // one application for all tests of banks
        test.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).getOrComputeIfAbsent(Street.class, key -> {
            open();
            return (AutoCloseable) Street::close;
        });
    }

    private static void open() {
        peer = new Peer();
        Map<String, Object> settings = new HashMap<>(Map.of(
                "anuyat.payments.agencies.bma.bank", "scb",
                "anuyat.payments.agencies.bma.other-banks.gateway", "",
                "anuyat.payments.agencies.bma.other-banks.bbl", "0020000001",
                "anuyat.payments.agencies.bma.other-banks.ktb", "0060000001"));
        asked(settings, "scb", "scb", "014", "/scb");
        asked(settings, "gateway", "generic", "004", "/link");
        settings.putAll(Map.of(
                "anuyat.payments.banks.bbl.adapter", "bbl",
                "anuyat.payments.banks.bbl.code", "002",
                "anuyat.payments.banks.bbl.callback-secret", Office.SECRET,
                "anuyat.payments.banks.bbl.callback-user", "bank",
                "anuyat.payments.banks.bbl.callback-password", "a-password"));
        settings.putAll(Map.of(
                "anuyat.payments.banks.ktb.adapter", "ktb",
                "anuyat.payments.banks.ktb.code", "006",
                "anuyat.payments.banks.ktb.callback-secret", Office.SECRET,
                "anuyat.payments.banks.ktb.application-key", "ktb",
                "anuyat.payments.banks.ktb.application-secret", "ktb-password",
                "anuyat.payments.banks.ktb.billers.80123", Office.BILLER));
        Stream.of("command-verify=Approve", "command-confirm=Payment", "command-cancel=Reverse", "answer-ok=0", "answer-not-found=1",
                        "answer-amount=2", "answer-expired=3", "answer-paid=4", "answer-duplicate=5")
                .map(said -> said.split("="))
                .forEach(said -> settings.put("anuyat.payments.banks.ktb.dialect." + said[0], said[1]));
        office = new Office(settings);
    }

    private static void asked(Map<String, Object> settings, String name, String adapter, String code, String path) {
        settings.putAll(Map.of(
                "anuyat.payments.banks." + name + ".adapter", adapter,
                "anuyat.payments.banks." + name + ".code", code,
                "anuyat.payments.banks." + name + ".base-url", peer.url(path),
                "anuyat.payments.banks." + name + ".application-key", Peer.USER,
                "anuyat.payments.banks." + name + ".application-secret", Peer.PASSWORD,
                "anuyat.payments.banks." + name + ".callback-secret", Office.SECRET));
    }

    private static void close() {
        office.close();
        peer.close();
    }

    static String number() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 20).toUpperCase(Locale.ROOT);
    }

    static Bill bill() {
        return office.bill(FEE, FORTNIGHT);
    }

    static Bill now(Bill bill) {
        return office.bills().find(bill.id());
    }

    static HttpResponse<String> call(Tongue bank, byte[] message) {
        return office.call(bank.bank(), message, bank.headers());
    }

    static Verdict say(Tongue bank, byte[] message) {
        HttpResponse<String> answer = call(bank, message);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return bank.heard(answer.body());
    }

    /** The bank's own word: its ledger when it can be asked, its file otherwise. */
    static void takesMoney(Tongue bank, Said payment) {
        if (bank.account().isEmpty()) {
            peer.take(payment);
        } else {
            deliver(bank, file(bank)
                    .detail("C", payment.paidAt(), payment.reference1(), payment.reference2(), Field.satang("baht", payment.baht()))
                    .whole());
        }
    }

    static DayFileLines file(Tongue bank) {
        fileDay = fileDay.plusDays(1);
        return new DayFileLines(fileDay, office.bank(bank.bank()).code(), bank.account());
    }

    static void deliver(Tongue bank, List<String> file) {
        HttpResponse<String> answer = office.dayFile(bank.bank(), DayFileLines.bytes(file), bank.headers());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    static void awaitState(Bill bill, Bill.State state) {
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(now(bill).state()).isEqualTo(state));
    }

    static void awaitNothingWaiting() {
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(office.books()
                        .sql("select count(*) from payments.day_file_part")
                        .query(Long.class)
                        .single())
                .isZero());
    }
}
