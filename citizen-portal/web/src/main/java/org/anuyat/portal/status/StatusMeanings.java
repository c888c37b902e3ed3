package org.anuyat.portal.status;

import org.anuyat.kit.error.Meaning;
import org.anuyat.kit.error.Refusal;
import org.anuyat.workflow.tracking.Ratings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** What the refusals of tracking mean to a browser. */
@Configuration(proxyBeanMethods = false)
class StatusMeanings {

    @Bean
    Meaning ratingsTooEarly() {
        return exception -> exception instanceof Ratings.NotYetEnded
                ? new Refusal(HttpStatus.CONFLICT, "timeline.rating.too-early")
                : null;
    }
}
