package org.anuyat.workflow.process;

import java.time.Instant;
import java.util.Locale;
import org.anuyat.workflow.calendar.WorkingTime;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.worklist.TaskKind;
import org.anuyat.workflow.worklist.WorkedCase;
import org.anuyat.workflow.worklist.Worklist;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Opens a row of the officers' worklist wherever a process waits for an officer, and lets it fall away when the process
 * leaves without the officer's act. The row and the engine's task come and go in one transaction.
 */
@Component
class TaskOpener extends AbstractBpmnParseListener {

    // the engine is built before the rooms that need it
    private final ObjectProvider<Rooms> rooms;

    TaskOpener(ObjectProvider<Rooms> rooms) {
        this.rooms = rooms;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addTaskListener(TaskListener.EVENTNAME_CREATE, created -> rooms.getObject().open(created));
        task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, done -> rooms.getObject().close(done));
        task.addTaskListener(TaskListener.EVENTNAME_DELETE, gone -> rooms.getObject().close(gone));
    }

    /** The rooms behind the listener. */
    @Component
    static class Rooms {

        private final Worklist worklist;
        private final Applications applications;
        private final Services services;
        private final WorkingTime workingTime;

        Rooms(Worklist worklist, Applications applications, Services services, WorkingTime workingTime) {
            this.worklist = worklist;
            this.applications = applications;
            this.services = services;
            this.workingTime = workingTime;
        }

        void open(DelegateTask task) {
            Application application =
                    applications.get(task.getExecution().getProcessBusinessKey());
            ServiceDefinition service = services.version(application.serviceId(), application.serviceVersion());
            WorkedCase worked = new WorkedCase(
                    application.number(),
                    application.agency(),
                    application.serviceId(),
                    application.applicantName(),
                    application.enteredAt(),
                    application.receivedAt());
            TaskKind kind = kind(task);
            if (kind == TaskKind.APPROVE) {
                // an expression of the model counts it, as a long
                int level = ((Number) task.getVariable("level")).intValue();
                Role role = Role.valueOf(service.approvalLevels().get(level - 1).role());
                worklist.openApproval(worked, level, role, due(application, service));
            } else {
                worklist.open(worked, kind, kind == TaskKind.REGISTER ? endOfDay(application) : due(application, service));
            }
        }

        void close(DelegateTask task) {
            worklist.close(task.getExecution().getProcessBusinessKey(), kind(task));
        }

        private static TaskKind kind(DelegateTask task) {
            return TaskKind.valueOf(task.getTaskDefinitionKey().toUpperCase(Locale.ROOT));
        }

        /** Checked at once: an application is to be registered on the working day of its receipt. */
        private Instant endOfDay(Application application) {
            return workingTime.deadlineAfterDays(application.agency(), application.receivedAt(), 0);
        }

        private Instant due(Application application, ServiceDefinition service) {
            return Deadlines.decision(workingTime, application, service);
        }
    }
}
