package org.anuyat.workflow.worklist;

import static org.anuyat.workflow.worklist.Lists.officer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.worklist.TaskFilter.Order;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** 100,000 open tasks of one agency: no list reads them all and sorts them. Rows are counted by PostgreSQL itself, so a slow machine changes nothing. */
@SpringBootTest(classes = Lists.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongListTest {

    /** Five kinds and filters are each counted to a thousand; a search reads what a part of its word is found in. */
    private static final long FEW = 10_000;

    @Autowired
    TaskLists lists;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    Officer reviewer = officer("มาลี", "TYM", Role.REVIEWER, Role.RECEIVING_OFFICER);

    @BeforeAll
    void manyTasks() {
        jdbc.sql(
                        """
                        insert into worklist_task (application_number, agency, service_id, applicant_name, entered_at,
                            received_at, kind, level, role, due_at, opened_at)
                        select 'TYM69-' || lpad(i::text, 6, '0'), 'TYM', case i % 3 when 0 then 'signboard' else 'food-licence' end,
                            (array['นาย', 'นาง', 'นางสาว'])[1 + i % 3] || (array['สมชาย', 'สุดา', 'วิชัย', 'มาลี', 'ปราณี'])[1 + i % 5]
                                || ' ' || (array['ใจดี', 'รักไทย', 'แสงทอง', 'ศรีสุข'])[1 + i % 4] || i,
                            timestamptz '2026-01-05 02:00Z' + i * interval '1 minute',
                            timestamptz '2026-01-05 02:00Z' + i * interval '1 minute',
                            case when i % 50 = 0 then 'RECOMMEND' when i % 2 = 0 then 'CHECK' else 'REGISTER' end, 0,
                            case when i % 2 = 0 then 'REVIEWER' else 'RECEIVING_OFFICER' end,
                            timestamptz '2026-11-20 02:00Z' + i * interval '1 minute', now()
                          from generate_series(1, 100000) i""")
                .update();
        jdbc.sql("analyze worklist_task").update();
    }

    private long read(Runnable work) {
        return transactions.execute(status -> {
            long before = read();
            work.run();
            return read() - before;
        });
    }

    private long read() {
        return jdbc.sql("select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables where relname = 'worklist_task'")
                .query(Long.class)
                .single();
    }

    @Test
    void any_page_in_any_order_reads_a_small_part_of_the_table() {
        for (Order order : Order.values()) {
            TaskFilter filter = new TaskFilter(null, null, false, false, null, order);
            assertThat(read(() -> lists.page(reviewer, filter, null, 25))).as("first by " + order).isLessThan(FEW);
            TaskPage.Position deep = lists.page(reviewer, filter, null, 200).next();
            for (int i = 0; i < 20; i++) {
                deep = lists.page(reviewer, filter, deep, 200).next();
            }
            TaskPage.Position position = deep;
            assertThat(read(() -> lists.page(reviewer, filter, position, 25))).as("deep by " + order).isLessThan(FEW);
        }
    }

    @Test
    void filters_and_searches_read_a_small_part_of_the_table() {
        for (TaskFilter filter : List.of(
                new TaskFilter(TaskKind.RECOMMEND, null, false, false, null, Order.ARRIVAL),
                new TaskFilter(null, "signboard", false, false, null, Order.ARRIVAL),
                new TaskFilter(null, null, true, false, null, Order.ARRIVAL),
                new TaskFilter(null, null, false, true, null, Order.ARRIVAL),
                new TaskFilter(null, null, false, false, "แสงทอง777", Order.ARRIVAL),
                new TaskFilter(null, null, false, false, "สมชาย", Order.DUE),
                new TaskFilter(null, null, false, false, "ไม่มีใครชื่อนี้", Order.ARRIVAL),
                new TaskFilter(null, null, false, false, "069", Order.ARRIVAL))) {
            assertThat(read(() -> lists.page(reviewer, filter, null, 25))).as(filter.toString()).isLessThan(FEW);
        }
    }

    @Test
    void counts_are_bounded_and_read_a_small_part_of_the_table() {
        assertThat(lists.counts(reviewer).byKind().get(TaskKind.CHECK)).hasToString("999+");
        assertThat(read(() -> lists.counts(reviewer))).isLessThan(FEW);
    }
}
