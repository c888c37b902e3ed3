package org.anuyat.backoffice.desk;

import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.part.Tag;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.worklist.Task;
import org.anuyat.workflow.worklist.TaskKind;
import org.springframework.stereotype.Component;

/** Puts tasks into the reader's words. */
@Component
public class TaskRows {

    private final Services services;
    private final Words words;
    private final Clock clock;

    TaskRows(Services services, Words words, Clock clock) {
        this.services = services;
        this.words = words;
        this.clock = clock;
    }

    /** A task for an officer. */
    public TaskRow of(Task task, Officer officer) {
        String number = task.of().number();
        return new TaskRow(
                task.id(),
                url(task),
                number,
                "/backoffice/cases/" + number,
                task.of().applicantName(),
                service(task.of().serviceId()),
                kind(task),
                task.of().receivedAt(),
                task.due(),
                task.taken().map(Task.Claim::name).orElse(null),
                task.isClaimedBy(officer),
                task.isOverdue(clock.instant()) ? Tag.of(words.of("office.late"), Tag.Colour.RED) : null);
    }

    /** Where a task is done. */
    public static String url(Task task) {
        String place = "/backoffice/cases/" + task.of().number();
        return switch (task.kind()) {
            case REGISTER -> place + "/register";
            case CHECK -> place + "/check";
            case INSPECT -> place + "/inspection";
            case RECOMMEND -> place + "/opinion";
            case APPROVE -> place + "/decision/" + task.level();
        };
    }

    /** What is to be done, such as พิจารณาอนุมัติ ชั้นที่ 2. */
    public String kind(Task task) {
        return task.kind() == TaskKind.APPROVE
                ? words.of("office.kind.APPROVE.level", task.level())
                : words.of("office.kind." + task.kind());
    }

    /** The name of a service; its identifier when it is gone. */
    public String service(String id) {
        return titles().getOrDefault(id, id);
    }

    /** The names of all services by their identifiers. */
    public Map<String, String> titles() {
        return services.all().stream()
                .collect(Collectors.toMap(
                        ServiceDefinition::id,
                        service -> service.title().in(words.locale()),
                        (one, other) -> one,
                        java.util.LinkedHashMap::new));
    }
}
