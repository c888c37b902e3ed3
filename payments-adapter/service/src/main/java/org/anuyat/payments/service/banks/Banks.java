package org.anuyat.payments.service.banks;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.PaymentsSettings;
import org.anuyat.payments.service.PaymentsSettings.BankAccess;

/** The banks of the settings, by the name that stands in the callback's path. */
@PaymentsPart("paymentsBanks")
public class Banks {

    /** Another bank is one class and one entry. */
    private static final Map<String, BiFunction<BankAccess, Clock, Bank>> ADAPTERS = Map.of("scb", ScbBank::new);

    private final Map<String, Bank> byName;

    Banks(PaymentsSettings settings, Clock clock) {
        byName = settings.banks().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> open(entry.getKey(), entry.getValue(), clock)));
        settings.agencies().forEach((code, agency) -> {
            if (!byName.containsKey(agency.bank())) {
                throw new IllegalStateException("anuyat.payments.agencies." + code + ".bank names no bank: " + agency.bank());
            }
        });
    }

    private static Bank open(String name, BankAccess access, Clock clock) {
        BiFunction<BankAccess, Clock, Bank> adapter = ADAPTERS.get(access.adapter());
        if (adapter == null) {
            throw new IllegalStateException("anuyat.payments.banks." + name + ".adapter must be one of " + ADAPTERS.keySet());
        }
        return adapter.apply(access, clock);
    }

    public Optional<Bank> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** A bank that a bill was presented with. */
    public Bank named(String name) {
        return find(name).orElseThrow(() -> new BankAway("no bank is set up under the name " + name));
    }
}
