package org.anuyat.workflow;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every room of the permit service shares. */
@Configuration(proxyBeanMethods = false)
public class WorkflowConfiguration {

    /** The only source of the time. Tests set another one. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
