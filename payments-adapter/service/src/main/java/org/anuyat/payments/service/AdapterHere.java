package org.anuyat.payments.service;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/**
 * There unless {@code anuyat.payments.url} names another process. An annotation of its own: of two conditions of one kind on one annotation
 * only the first would count.
 */
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(prefix = "anuyat.payments", name = "url", havingValue = "here", matchIfMissing = true)
@interface AdapterHere {}
