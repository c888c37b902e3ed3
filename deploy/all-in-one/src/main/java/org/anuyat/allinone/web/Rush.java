package org.anuyat.allinone.web;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.task.TaskDecorator;

/** Requests, the engine's jobs and the raising of sealed documents share one process here: requests go first. */
@Configuration(proxyBeanMethods = false)
class Rush {

    private final PeopleFirst peopleFirst;

    Rush(@Value("${anuyat.jobs.patience:500ms}") Duration patience) {
        this.peopleFirst = new PeopleFirst(Runtime.getRuntime().availableProcessors(), patience);
    }

    // not a candidate by type: other executors aren't concerned
    @Bean(defaultCandidate = false)
    @Qualifier("processJobs")
    TaskDecorator processJobs() {
        return peopleFirst;
    }

    @Bean(defaultCandidate = false)
    @Qualifier("signingLevels")
    TaskDecorator raisedDocuments() {
        return peopleFirst;
    }

    @Bean
    FilterRegistrationBean<PeopleFirst> requestsUnderWay() {
        FilterRegistrationBean<PeopleFirst> registration = new FilterRegistrationBean<>(peopleFirst);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
