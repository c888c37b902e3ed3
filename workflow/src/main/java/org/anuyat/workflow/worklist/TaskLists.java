package org.anuyat.workflow.worklist;

import static org.anuyat.workflow.worklist.TaskRows.COLUMNS;
import static org.anuyat.workflow.worklist.TaskRows.utc;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The officers' lists. An officer sees the open tasks of the own agency that wait for one of the own roles.
 *
 * <p>Each pair of kind and role is read from its own stretch of the index, at most a page of each, and the stretches are
 * merged: the time taken does not depend on how many tasks are open.
 */
@Component
public class TaskLists {

    private static final int EXPORT_LIMIT = 50_000;
    private static final Set<Role> APPROVERS = Set.of(Role.APPROVER_1, Role.APPROVER_2);

    private final JdbcClient jdbc;
    private final Clock clock;

    TaskLists(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A page of a list.
     *
     * @param at where it starts; null for the first page
     * @param size how many tasks at most, 1 to 200
     */
    @Transactional(readOnly = true)
    public TaskPage page(Officer officer, TaskFilter filter, TaskPage.@Nullable Position at, int size) {
        int rows = Math.max(1, Math.min(size, 200));
        boolean backwards = at != null && at.backwards();
        List<Task> found = new ArrayList<>(select(officer, filter, at, rows + 1).list());
        boolean more = found.size() > rows;
        if (more) {
            found.remove(rows);
        }
        if (backwards) {
            Collections.reverse(found);
        }
        if (found.isEmpty()) {
            return at == null ? new TaskPage(List.of(), null, null) : page(officer, filter, null, rows);
        }
        boolean hasNext = backwards || more;
        boolean hasPrevious = backwards ? more : at != null;
        return new TaskPage(
                List.copyOf(found),
                hasNext ? TaskPage.Position.of(found.get(found.size() - 1), filter.order(), false) : null,
                hasPrevious ? TaskPage.Position.of(found.get(0), filter.order(), true) : null);
    }

    /** Hands over every task of a list, in its order, for an export; at most 50,000. */
    @Transactional(readOnly = true)
    public void forEach(Officer officer, TaskFilter filter, Consumer<Task> each) {
        try (Stream<Task> tasks = select(officer, filter, null, EXPORT_LIMIT).stream()) {
            tasks.forEach(each);
        }
    }

    /** One task, open and of the officer's agency and roles. */
    @Transactional(readOnly = true)
    public Optional<Task> find(long id, Officer officer) {
        return jdbc.sql("select " + COLUMNS
                        + " from worklist_task where id = :id and agency = :agency and closed_at is null")
                .param("id", id)
                .param("agency", officer.agency())
                .query(TaskRows::task)
                .optional()
                .filter(task -> officer.is(task.role()));
    }

    /** How many tasks wait, each number bounded. */
    @Transactional(readOnly = true)
    public TaskCounts counts(Officer officer) {
        Map<TaskKind, TaskCounts.Count> byKind = new EnumMap<>(TaskKind.class);
        for (Desk desk : desks(officer, null)) {
            byKind.computeIfAbsent(desk.kind(), kind -> count(officer, kind));
        }
        return new TaskCounts(
                byKind,
                count(officer, TaskFilter.everything().onlyMine()),
                count(officer, TaskFilter.everything().onlyOverdue()));
    }

    private TaskCounts.Count count(Officer officer, TaskKind kind) {
        return count(officer, new TaskFilter(kind, null, false, false, null, TaskFilter.Order.ARRIVAL));
    }

    private TaskCounts.Count count(Officer officer, TaskFilter filter) {
        Map<String, Object> params = new HashMap<>();
        // in the list's order, so that the index is followed: without it a rare kind is looked for in the whole table
        String sql =
                """
                select count(*) from (
                  select 1 from unnest(:kinds, :roles) as desk (kind, role)
                  cross join lateral (
                    select 1 from worklist_task t where %s order by t.%s, t.entered_at, t.id limit :bound) t
                  limit :bound) counted"""
                        .formatted(condition(officer, filter, null, params), filter.order().column());
        params.put("bound", TaskCounts.Count.BOUND + 1);
        return new TaskCounts.Count(jdbc.sql(sql).params(params).query(Integer.class).single());
    }

    private JdbcClient.MappedQuerySpec<Task> select(
            Officer officer, TaskFilter filter, TaskPage.@Nullable Position at, int rows) {
        Map<String, Object> params = new HashMap<>();
        String direction = at != null && at.backwards() ? "desc" : "asc";
        String order = "%s %s, entered_at %s, id %s"
                .formatted(filter.order().column(), direction, direction, direction);
        String sql =
                """
                select t.* from unnest(:kinds, :roles) as desk (kind, role)
                cross join lateral (
                  select %s from worklist_task t where %s order by %s limit :rows) t
                order by %s limit :rows"""
                        .formatted(
                                COLUMNS.replace("kind", "t.kind").replace("role", "t.role"),
                                condition(officer, filter, at, params),
                                order,
                                order);
        params.put("rows", rows);
        return jdbc.sql(sql).withFetchSize(1_000).params(params).query(TaskRows::task);
    }

    private String condition(
            Officer officer, TaskFilter filter, TaskPage.@Nullable Position at, Map<String, Object> params) {
        List<Desk> desks = desks(officer, filter.kind());
        params.put("kinds", desks.stream().map(desk -> desk.kind().name()).toArray(String[]::new));
        params.put("roles", desks.stream().map(desk -> desk.role().name()).toArray(String[]::new));
        params.put("agency", officer.agency());
        StringBuilder sql = new StringBuilder(
                "t.agency = :agency and t.kind = desk.kind and t.role = desk.role and t.closed_at is null");
        if (filter.serviceId() != null) {
            sql.append(" and t.service_id = :service");
            params.put("service", filter.serviceId());
        }
        if (filter.overdue()) {
            sql.append(" and t.due_at < :now");
            params.put("now", utc(clock.instant()));
        }
        if (filter.mine()) {
            sql.append(" and t.claimed_by = :me");
            params.put("me", officer.subject());
        }
        List<String> patterns = filter.patterns();
        for (int i = 0; i < patterns.size(); i++) {
            sql.append(" and t.search_text like :word").append(i);
            params.put("word" + i, patterns.get(i));
        }
        if (at != null) {
            sql.append(" and (t.%s, t.entered_at, t.id) %s (:sortedBy, :enteredAt, :id)"
                    .formatted(filter.order().column(), at.backwards() ? "<" : ">"));
            params.put("sortedBy", utc(at.sortedBy()));
            params.put("enteredAt", utc(at.enteredAt()));
            params.put("id", at.id());
        }
        return sql.toString();
    }

    /** The stretches of the list that an officer works on. */
    private static List<Desk> desks(Officer officer, @Nullable TaskKind only) {
        List<Desk> desks = new ArrayList<>();
        for (TaskKind kind : TaskKind.values()) {
            if (only == null || only == kind) {
                Set<Role> roles = kind == TaskKind.APPROVE ? APPROVERS : Set.of(kind.role());
                roles.stream().filter(officer::is).forEach(role -> desks.add(new Desk(kind, role)));
            }
        }
        return desks;
    }

    private record Desk(TaskKind kind, Role role) {}
}
