package org.anuyat.signing.service.validation;

import org.anuyat.signing.service.OnlyHere;
import org.anuyat.signing.service.SigningSettings;
import org.anuyat.signing.service.SigningSettings.ValidationSettings;
import org.anuyat.signing.service.trust.RevocationSources;
import org.anuyat.signing.validation.Bounds;
import org.anuyat.signing.validation.Examination;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the examination together from the service's settings and trust. */
@Configuration(proxyBeanMethods = false)
@OnlyHere
class ExaminationConfiguration {

    @Bean
    Examination examination(RevocationSources sources, SigningSettings settings) {
        ValidationSettings bounds = settings.validation();
        return new Examination(
                sources::verifier,
                new Bounds(bounds.pages(), bounds.revisions(), bounds.expanded().toBytes()));
    }
}
