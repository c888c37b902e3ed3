package org.anuyat.portal.application;

import org.anuyat.kit.error.Meaning;
import org.anuyat.kit.error.Refusal;
import org.anuyat.workflow.catalogue.NoSuchService;
import org.anuyat.workflow.submission.UnknownApplication;
import org.anuyat.workflow.submission.WrongState;
import org.anuyat.workflow.submission.attachments.NotAskedFor;
import org.anuyat.workflow.submission.corrections.CorrectionsOver;
import org.anuyat.workflow.submission.drafts.DraftSubmitted;
import org.anuyat.workflow.submission.drafts.UnknownDraft;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** What the refusals of process 3 mean to a browser. */
@Configuration(proxyBeanMethods = false)
class ApplicationMeanings {

    @Bean
    Meaning applying() {
        return ApplicationMeanings::meaning;
    }

    private static @Nullable Refusal meaning(Throwable exception) {
        if (exception instanceof UnknownDraft) {
            return new Refusal(HttpStatus.NOT_FOUND, "apply.unknown-draft");
        }
        if (exception instanceof UnknownApplication
                || exception instanceof NotAskedFor
                || exception instanceof NoSuchService) {
            return Refusal.notFound();
        }
        if (exception instanceof DraftSubmitted) {
            return new Refusal(HttpStatus.CONFLICT, "apply.submitted-already");
        }
        if (exception instanceof WrongState) {
            return new Refusal(HttpStatus.CONFLICT, "apply.wrong-state");
        }
        return exception instanceof CorrectionsOver ? new Refusal(HttpStatus.CONFLICT, "apply.corrections-over") : null;
    }
}
