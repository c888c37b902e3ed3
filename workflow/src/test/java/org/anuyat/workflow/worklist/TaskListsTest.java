package org.anuyat.workflow.worklist;

import static org.anuyat.workflow.worklist.Lists.MONDAY;
import static org.anuyat.workflow.worklist.Lists.application;
import static org.anuyat.workflow.worklist.Lists.officer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.anuyat.testing.SettableClock;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.worklist.TaskFilter.Order;
import org.anuyat.workflow.worklist.TaskPage.Position;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = Lists.class)
class TaskListsTest {

    @Autowired
    Worklist worklist;

    @Autowired
    TaskLists lists;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    Officer reviewer = officer("มาลี", "TYM", Role.REVIEWER);

    @BeforeEach
    void empty() {
        jdbc.sql("truncate worklist_task").update();
        clock.set(MONDAY);
    }

    void open(String number, String applicant, TaskKind kind, Duration received, Duration due) {
        Instant at = MONDAY.plus(received);
        worklist.open(application(number, "TYM", applicant, at), kind, MONDAY.plus(due));
    }

    static TaskFilter text(String text) {
        return new TaskFilter(null, null, false, false, text, Order.ARRIVAL);
    }

    List<String> numbers(TaskFilter filter) {
        return lists.page(reviewer, filter, null, 50).tasks().stream()
                .map(task -> task.of().number())
                .toList();
    }

    @Test
    void the_earliest_received_comes_first_whatever_is_to_be_done_with_it() {
        open("TYM69-2", "ข", TaskKind.RECOMMEND, Duration.ofHours(-2), Duration.ofDays(9));
        open("TYM69-3", "ค", TaskKind.CHECK, Duration.ofHours(-1), Duration.ofDays(1));
        open("TYM69-1", "ก", TaskKind.CHECK, Duration.ofHours(-3), Duration.ofDays(5));
        assertThat(numbers(TaskFilter.everything())).containsExactly("TYM69-1", "TYM69-2", "TYM69-3");
        assertThat(numbers(new TaskFilter(null, null, false, false, null, Order.DUE)))
                .containsExactly("TYM69-3", "TYM69-1", "TYM69-2");
    }

    @Test
    void what_came_in_overnight_keeps_the_order_in_which_it_entered() {
        for (int minute : List.of(30, 10, 20)) {
            worklist.open(
                    new WorkedCase("TYM69-" + minute, "TYM", "s", "ก", MONDAY.minusSeconds(60L * (60 - minute)), MONDAY),
                    TaskKind.CHECK,
                    MONDAY);
        }
        assertThat(numbers(TaskFilter.everything())).containsExactly("TYM69-10", "TYM69-20", "TYM69-30");
    }

    @Test
    void an_officer_sees_the_own_agency_and_the_own_roles_only() {
        open("TYM69-1", "ก", TaskKind.CHECK, Duration.ZERO, Duration.ZERO);
        open("TYM69-2", "ก", TaskKind.REGISTER, Duration.ZERO, Duration.ZERO);
        worklist.open(application("TYN69-1", "TYN", "ก", MONDAY), TaskKind.CHECK, MONDAY);
        assertThat(numbers(TaskFilter.everything())).containsExactly("TYM69-1");
        assertThat(lists.page(officer("ตรวจ", "TYM", Role.AUDITOR), TaskFilter.everything(), null, 50).tasks())
                .isEmpty();
    }

    @Test
    void parts_of_thai_names_and_numbers_are_found() {
        open("TYM69-000123-4", "นายสมชาย ใจดี", TaskKind.CHECK, Duration.ofHours(-2), Duration.ZERO);
        open("TYM69-000555-1", "นางสาวสมหญิง ดีใจ", TaskKind.CHECK, Duration.ofHours(-1), Duration.ZERO);
        assertThat(numbers(text("ชาย"))).containsExactly("TYM69-000123-4");
        assertThat(numbers(text("สม"))).hasSize(2);
        assertThat(numbers(text("ใจดี นาย"))).containsExactly("TYM69-000123-4");
        assertThat(numbers(text("tym69-000555"))).containsExactly("TYM69-000555-1");
        assertThat(numbers(text("๐๐๐๑๒๓"))).containsExactly("TYM69-000123-4");
        assertThat(numbers(text("%"))).isEmpty();
        assertThat(numbers(text("_"))).isEmpty();
        assertThat(numbers(text("  "))).hasSize(2);
    }

    @Test
    void filters_for_late_and_own_tasks_hold_together() {
        open("TYM69-1", "ก", TaskKind.CHECK, Duration.ofHours(-3), Duration.ofHours(-1));
        open("TYM69-2", "ข", TaskKind.CHECK, Duration.ofHours(-2), Duration.ofHours(-1));
        open("TYM69-3", "ค", TaskKind.CHECK, Duration.ofHours(-1), Duration.ofHours(1));
        worklist.claim(worklist.of("TYM69-2").get(0).id(), reviewer);
        worklist.claim(worklist.of("TYM69-3").get(0).id(), reviewer);
        assertThat(numbers(TaskFilter.everything().onlyOverdue())).containsExactly("TYM69-1", "TYM69-2");
        assertThat(numbers(TaskFilter.everything().onlyMine())).containsExactly("TYM69-2", "TYM69-3");
        assertThat(numbers(TaskFilter.everything().onlyMine().onlyOverdue())).containsExactly("TYM69-2");
        TaskCounts counts = lists.counts(reviewer);
        assertThat(counts.byKind().keySet()).containsExactly(TaskKind.CHECK, TaskKind.RECOMMEND);
        assertThat(counts.byKind().get(TaskKind.CHECK).value()).isEqualTo(3);
        assertThat(counts.mine().value()).isEqualTo(2);
        assertThat(counts.overdue().value()).isEqualTo(2);
    }

    @Test
    void pages_lead_forth_and_back_without_loss_even_when_tasks_are_closed_meanwhile() {
        for (int i = 10; i < 35; i++) {
            open("TYM69-" + i, "ก", i % 2 == 0 ? TaskKind.CHECK : TaskKind.RECOMMEND, Duration.ofMinutes(i), Duration.ZERO);
        }
        List<String> seen = new ArrayList<>();
        TaskPage page = lists.page(reviewer, TaskFilter.everything(), null, 10);
        assertThat(page.previous()).isNull();
        page.tasks().forEach(task -> seen.add(task.of().number()));
        worklist.closeAll("TYM69-12");
        page = lists.page(reviewer, TaskFilter.everything(), page.next(), 10);
        page.tasks().forEach(task -> seen.add(task.of().number()));
        TaskPage last = lists.page(reviewer, TaskFilter.everything(), page.next(), 10);
        last.tasks().forEach(task -> seen.add(task.of().number()));
        assertThat(last.next()).isNull();
        assertThat(seen).hasSize(25).isSorted().doesNotHaveDuplicates();

        TaskPage back = lists.page(reviewer, TaskFilter.everything(), last.previous(), 10);
        assertThat(back.tasks()).isEqualTo(page.tasks());
        TaskPage first = lists.page(reviewer, TaskFilter.everything(), back.previous(), 10);
        assertThat(first.previous()).isNull();
        assertThat(first.tasks()).hasSize(9);
    }

    @Test
    void a_position_survives_the_link_and_nonsense_is_no_position() {
        Position position = new Position(MONDAY.plusNanos(123_000), MONDAY, 42, true);
        assertThat(Position.parse(position.text())).contains(position);
        assertThat(Position.parse("x1.2.3")).isEmpty();
        assertThat(Position.parse(null)).isEmpty();
        assertThat(Position.parse("f99999999999999999999.1.1")).isEmpty();
    }
}
