package org.anuyat.signing.service;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings; the packages below bring their own beans. */
@Configuration(proxyBeanMethods = false)
@OnlyHere
@EnableConfigurationProperties(SigningSettings.class)
class SigningConfiguration {}
