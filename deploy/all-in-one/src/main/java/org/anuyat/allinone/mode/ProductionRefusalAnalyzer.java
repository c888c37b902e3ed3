package org.anuyat.allinone.mode;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words what is missing for production. */
final class ProductionRefusalAnalyzer extends AbstractFailureAnalyzer<ProductionRefusal> {

    @Override
    protected FailureAnalysis analyze(Throwable root, ProductionRefusal cause) {
        return new FailureAnalysis(
                "Anuyat does not start with these settings:" + System.lineSeparator() + cause.getMessage(),
                "Change the settings, or set anuyat.mode=demonstration to try the platform without legal effect.",
                cause);
    }
}
