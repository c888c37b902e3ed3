package org.anuyat.payments.service.banks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anuyat.payments.service.BankAccess;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.PaymentsSettings;

/** The banks of the settings, by the name that stands in the callback's path. */
@PaymentsPart("paymentsBanks")
public class Banks {

    private final Map<String, Bank> byName;

    Banks(PaymentsSettings settings, List<BankAdapter> adapters) {
        Map<String, BankAdapter> known = adapters.stream().collect(Collectors.toUnmodifiableMap(BankAdapter::name, Function.identity()));
        byName = settings.banks().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> open(entry.getKey(), entry.getValue(), known)));
        settings.agencies().forEach((code, agency) -> agency.banks().stream()
                .filter(bank -> !byName.containsKey(bank))
                .findFirst()
                .ifPresent(bank -> {
                    throw new IllegalStateException("anuyat.payments.agencies." + code + " names a bank that isn't set up: " + bank);
                }));
    }

    private static Bank open(String name, BankAccess access, Map<String, BankAdapter> known) {
        BankAdapter adapter = known.get(access.adapter());
        if (adapter == null) {
            throw new IllegalStateException("anuyat.payments.banks." + name + ".adapter must be one of " + known.keySet());
        }
        try {
            return adapter.open(access);
        } catch (IllegalStateException e) {
            throw new IllegalStateException("anuyat.payments.banks." + name + ": " + e.getMessage(), e);
        }
    }

    public Optional<Bank> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** A bank that a bill was presented with. */
    public Bank named(String name) {
        return find(name).orElseThrow(() -> new BankAway("no bank is set up under the name " + name));
    }
}
