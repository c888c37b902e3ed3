package org.anuyat.signing.service;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Marks what is only there when other processes may call this one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OnlyHere
@ConditionalOnProperty("anuyat.signing.http.enabled")
public @interface OnlyOverHttp {}
