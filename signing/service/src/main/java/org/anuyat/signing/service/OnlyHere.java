package org.anuyat.signing.service;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Marks what is only there when this process signs: not when {@code anuyat.signing.url} names another that does. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = "anuyat.signing.url", havingValue = "here", matchIfMissing = true)
public @interface OnlyHere {}
