package org.anuyat.payments.service;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * A part of the adapter, there unless another process does its work: {@code anuyat.payments.url} says where, or
 * {@code anuyat.payments.enabled=false} that it isn't here.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
@AdapterHere
@ConditionalOnProperty(prefix = "anuyat.payments", name = "enabled", matchIfMissing = true)
public @interface PaymentsPart {

    /** Name of the bean, where the class's short name could be another room's too. */
    @AliasFor(annotation = Component.class)
    String value() default "";
}
