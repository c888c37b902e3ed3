package org.anuyat.sandboxbank.counter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.anuyat.sandboxbank.BankPart;
import org.anuyat.sandboxbank.BankSettings;
import org.anuyat.sandboxbank.confirmations.Confirmations;
import org.anuyat.sandboxbank.ledger.Entry;
import org.anuyat.sandboxbank.ledger.Ledger;
import org.anuyat.sandboxbank.ledger.Manner;
import org.springframework.transaction.annotation.Transactional;

/** Takes a payment in one of the ways that a real payer or bank may surprise with. */
@BankPart("sandboxBankCounter")
public class Counter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

    private final Ledger ledger;
    private final Confirmations confirmations;
    private final BankSettings settings;
    private final Clock clock;

    Counter(Ledger ledger, Confirmations confirmations, BankSettings settings, Clock clock) {
        this.ledger = ledger;
        this.confirmations = confirmations;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Pays the bill; the same ticket pays once.
     *
     * @param amountSatang what the payer gives, above zero
     */
    @Transactional
    public void pay(UUID ticket, BillCode code, Manner manner, long amountSatang) {
        if (!ledger.take(ticket, manner)) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Entry first = entry(code, amountSatang, manner == Manner.LATE ? now.plus(settings.lateBy()) : now);
        if (manner.takesMoney()) {
            ledger.enter(ticket, first);
        }
        if (manner != Manner.CALLBACK_LOST) {
            confirmations.add(ticket, first, manner == Manner.CALLBACK_LATE ? settings.callbackLateBy() : Duration.ZERO);
        }
        if (manner == Manner.CALLBACK_TWICE) {
            confirmations.add(ticket, first, Duration.ZERO);
        }
        if (manner == Manner.TWICE) {
            Entry second = entry(code, amountSatang, now);
            ledger.enter(ticket, second);
            confirmations.add(ticket, second, Duration.ZERO);
        }
    }

    private Entry entry(BillCode code, long amountSatang, Instant paidAt) {
        String unique = UUID.randomUUID().toString().replace("-", "").substring(0, 12).toUpperCase(Locale.ROOT);
        String transactionId = LocalDateTime.ofInstant(clock.instant(), Ledger.BANGKOK).format(DAY) + unique;
        return new Entry(
                transactionId, code.billerId(), code.reference1(), code.reference2(), code.reference3(), amountSatang, paidAt);
    }
}
