package org.anuyat.sandboxbank;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/** A part of the make-believe bank: there in demonstration mode only. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
@ConditionalOnProperty(prefix = "anuyat", name = "mode", havingValue = "demonstration")
public @interface BankPart {

    /** Name of the bean, where the class's short name could be another room's too. */
    @AliasFor(annotation = Component.class)
    String value() default "";
}
