package org.anuyat.signing.service;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Marks what is only there with the demonstration authority: when {@code anuyat.mode} is {@code demonstration} and
 * {@code anuyat.signing.demonstration.enabled} isn't {@code false}. Switching it on in any other mode stops the start.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OnlyHere
@Conditional(OnlyInDemonstration.Mode.class)
public @interface OnlyInDemonstration {

    /** Decides it from the settings. */
    class Mode implements Condition {

        private static final String ENABLED = "anuyat.signing.demonstration.enabled";

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return isOn(context.getEnvironment());
        }

        /** Whether the demonstration authority seals. */
        public static boolean isOn(Environment settings) {
            // without a word about the mode it is the real thing
            boolean demonstration = "demonstration".equals(settings.getProperty("anuyat.mode", "production"));
            Boolean enabled = settings.getProperty(ENABLED, Boolean.class);
            if (Boolean.TRUE.equals(enabled) && !demonstration) {
                throw new IllegalStateException(ENABLED + "=true is only possible with anuyat.mode=demonstration: "
                        + "documents sealed by the demonstration authority prove nothing");
            }
            return demonstration && !Boolean.FALSE.equals(enabled);
        }
    }
}
