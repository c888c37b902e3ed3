package org.anuyat.backoffice.cases;

import org.anuyat.kit.error.Meaning;
import org.anuyat.kit.error.Refusal;
import org.anuyat.workflow.submission.UnknownApplication;
import org.anuyat.workflow.worklist.NoSuchTask;
import org.anuyat.workflow.worklist.NotYourTask;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the domain's refusals mean on the web. */
@Configuration(proxyBeanMethods = false)
class Meanings {

    @Bean
    Meaning officersRefusals() {
        return exception -> {
            if (exception instanceof UnknownApplication || exception instanceof NoSuchTask) {
                return Refusal.notFound();
            }
            return exception instanceof NotYourTask ? Refusal.forbidden() : null;
        };
    }
}
