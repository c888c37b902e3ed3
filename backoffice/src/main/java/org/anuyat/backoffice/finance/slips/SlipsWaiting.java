package org.anuyat.backoffice.finance.slips;

import java.util.Optional;
import org.anuyat.backoffice.desk.Waiting;
import org.anuyat.payments.api.slips.Slip;
import org.anuyat.payments.api.slips.Slips;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Tells finance officers on their first page how many slips wait, and approvers how many statements' lines. */
@Component
class SlipsWaiting implements Waiting {

    private static final Logger LOG = LoggerFactory.getLogger(SlipsWaiting.class);

    private final Slips slips;

    SlipsWaiting(Slips slips) {
        this.slips = slips;
    }

    @Override
    public Optional<Count> of(Officer officer) {
        if (officer.is(Role.FINANCE)) {
            return count(officer, Slip.State.WAITING, "finance.slips.title");
        }
        return SlipDesk.approves(officer) ? count(officer, Slip.State.PROPOSED, "finance.slips.waiting") : Optional.empty();
    }

    private Optional<Count> count(Officer officer, Slip.State state, String words) {
        try {
            long waiting = slips.slips(officer.agency(), true, state, "", 0, 1).total();
            return Optional.of(new Count(words, "/backoffice/slips?show=" + state, waiting));
        } catch (RestClientException e) {
            // the first page of the day must not depend on another service
            LOG.warn("the payments adapter did not say how many slips wait: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
