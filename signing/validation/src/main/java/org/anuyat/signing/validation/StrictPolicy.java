package org.anuyat.signing.validation;

import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.policy.EtsiValidationPolicyFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The rules by which signatures are judged. DSS's own ones only warn when pages or attachments change after signing; in
 * {@code strict-policy.xml} that fails.
 */
final class StrictPolicy {

    /** The parsed rules are a mutable tree, so every thread has its own. */
    private final ThreadLocal<ValidationPolicy> policies = ThreadLocal.withInitial(StrictPolicy::load);

    ValidationPolicy get() {
        return policies.get();
    }

    private static ValidationPolicy load() {
        try (InputStream rules = StrictPolicy.class.getResourceAsStream("strict-policy.xml")) {
            return new EtsiValidationPolicyFactory().loadValidationPolicy(rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
