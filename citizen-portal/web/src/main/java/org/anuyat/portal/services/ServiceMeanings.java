package org.anuyat.portal.services;

import org.anuyat.kit.error.Meaning;
import org.anuyat.kit.error.Refusal;
import org.anuyat.workflow.catalogue.NoSuchService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** What the catalogue's exceptions mean to a reader. */
@Configuration(proxyBeanMethods = false)
class ServiceMeanings {

    @Bean
    Meaning unknownServices() {
        return exception -> exception instanceof NoSuchService
                ? new Refusal(HttpStatus.NOT_FOUND, "portal-services.unknown")
                : null;
    }
}
