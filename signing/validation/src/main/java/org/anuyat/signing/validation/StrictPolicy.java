package org.anuyat.signing.validation;

import eu.europa.esig.dss.enumerations.Context;
import eu.europa.esig.dss.enumerations.SubContext;
import eu.europa.esig.dss.model.policy.CryptographicSuite;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.policy.EtsiValidationPolicy;
import eu.europa.esig.dss.policy.ValidationPolicyFacade;
import eu.europa.esig.dss.policy.jaxb.ConstraintsParameters;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.xml.sax.SAXException;

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
            return new Remembering(ValidationPolicyFacade.newFacade().unmarshall(rules, true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JAXBException | XMLStreamException | SAXException e) {
            throw new IllegalStateException("strict-policy.xml can't be read", e);
        }
    }

    /**
     * Keeps the lists of algorithms: DSS 6.4 would read all their dates out of the rules again whenever it looks at a signature or a
     * certificate, which took a seventh of a validation.
     */
    private static final class Remembering extends EtsiValidationPolicy {

        private final Map<Context, CryptographicSuite> ofSignatures = new HashMap<>();
        private final Map<List<Enum<?>>, CryptographicSuite> ofCertificates = new HashMap<>();

        Remembering(ConstraintsParameters rules) {
            super(rules);
        }

        @Override
        public CryptographicSuite getSignatureCryptographicConstraint(Context context) {
            return ofSignatures.computeIfAbsent(context, super::getSignatureCryptographicConstraint);
        }

        @Override
        public CryptographicSuite getCertificateCryptographicConstraint(Context context, SubContext certificate) {
            return ofCertificates.computeIfAbsent(
                    List.of(context, certificate),
                    unknown -> super.getCertificateCryptographicConstraint(context, certificate));
        }
    }
}
