package org.anuyat.signing.service;

import org.anuyat.signing.validation.cms.CmsProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Binds the settings and lets jobs run at their times; the packages below bring their own beans. */
@Configuration(proxyBeanMethods = false)
@OnlyHere
@EnableScheduling
@EnableConfigurationProperties(SigningSettings.class)
class SigningConfiguration {

    static {
        CmsProvider.install();
    }
}
