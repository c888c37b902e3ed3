package org.anuyat.payments.service.banks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** Our contract as it is published: what the tests say and hear is made from its examples. */
final class Contract {

    private static final Path PUBLISHED = Path.of("../../docs/banks/bank-link.yaml");

    private Contract() {}

    /** The schema's example, about that payment. */
    static Map<String, Object> example(String schema, Said payment) {
        Map<String, Object> example = new LinkedHashMap<>(map(schema(schema), "example"));
        example.replace("transactionId", payment.transactionId());
        example.replace("billerId", payment.billerId());
        example.replace("reference1", payment.reference1());
        example.replace("reference2", payment.reference2());
        example.replace("amount", payment.baht());
        example.replace("paidAt", payment.paidAt().atOffset(ZoneOffset.ofHours(7)).toString());
        return example;
    }

    /** @throws AssertionError when a message has other fields than the schema's */
    static void mustBe(String schema, Map<?, ?> message) {
        if (!message.keySet().equals(map(schema(schema), "properties").keySet())) {
            throw new AssertionError("not a " + schema + ": " + message);
        }
    }

    private static Map<String, Object> schema(String name) {
        try {
            Map<String, Object> all = new Yaml().load(Files.readString(PUBLISHED));
            return map(map(map(all, "components"), "schemas"), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> map, String key) {
        return (Map<String, Object>) map.get(key);
    }
}
