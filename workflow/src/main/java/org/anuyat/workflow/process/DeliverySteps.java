package org.anuyat.workflow.process;

import java.util.UUID;
import org.anuyat.workflow.delivery.Downloads;
import org.anuyat.workflow.delivery.Messages;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What {@code delivery.bpmn} and {@code message.bpmn} have the platform do. */
@Component("deliverySteps")
public class DeliverySteps {

    private final Messages messages;
    private final Downloads downloads;

    DeliverySteps(Messages messages, Downloads downloads) {
        this.messages = messages;
        this.downloads = downloads;
    }

    /** Reminds the holder of a permit that was not fetched. */
    public void remind(DelegateExecution execution) {
        downloads.remind(execution.getProcessBusinessKey());
    }

    /** Sends a message. */
    public void send(DelegateExecution execution) {
        messages.send(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
