package org.anuyat.backoffice.finance;

import java.util.Optional;
import org.anuyat.backoffice.desk.Waiting;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Tells finance officers on their first page how much money waits for a decision. */
@Component
class MoneyWaiting implements Waiting {

    private static final Logger LOG = LoggerFactory.getLogger(MoneyWaiting.class);

    private final Queue queue;

    MoneyWaiting(Queue queue) {
        this.queue = queue;
    }

    @Override
    public Optional<Count> of(Officer officer) {
        if (!officer.is(Role.FINANCE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Count(
                    "finance.queue",
                    "/backoffice/finance",
                    queue.page(officer, null, true, "", 0, 1).total()));
        } catch (RestClientException e) {
            // the first page of the day must not depend on another service
            LOG.warn("the payments adapter did not say how much money waits: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
