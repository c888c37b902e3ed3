package org.anuyat.payments.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Two adapters in one installation would each have books of their own. */
class PaymentsPartTest {

    @PaymentsPart
    static class Part {}

    @PaymentsPart
    @HttpOn
    static class Endpoint {}

    private final ApplicationContextRunner context = new ApplicationContextRunner().withUserConfiguration(Part.class, Endpoint.class);

    @Test
    void an_adapter_elsewhere_leaves_none_here() {
        context.run(here -> assertThat(here).hasSingleBean(Part.class).doesNotHaveBean(Endpoint.class));
        context.withPropertyValues("anuyat.payments.http.enabled=true")
                .run(here -> assertThat(here).hasSingleBean(Part.class).hasSingleBean(Endpoint.class));
        for (String elsewhere : new String[] {"anuyat.payments.url=http://localhost:8091", "anuyat.payments.enabled=false"}) {
            context.withPropertyValues("anuyat.payments.http.enabled=true", elsewhere)
                    .run(here -> assertThat(here).doesNotHaveBean(Part.class).doesNotHaveBean(Endpoint.class));
        }
    }
}
