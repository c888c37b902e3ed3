package org.anuyat.workflow.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.anuyat.testing.TestPostgres;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.acts.Deed;
import org.anuyat.workflow.audit.ChainCheck.Fault;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The record of acts: it commits with what happened, and whoever tampers with it is found out. */
class AuditTrailTests {

    private static final Instant NOON = Instant.parse("2026-11-20T05:00:00.123456789Z");

    private static AnnotationConfigApplicationContext context;
    private static AuditTrail trail;
    private static JdbcClient jdbc;
    private static TransactionTemplate transaction;

    /** Something that happened. */
    record Happened(String agency, String applicationNumber, Map<String, Object> details) implements Act {

        @Override
        public Actor actor() {
            return Actor.officer("officer-1", "นางสาวรับ คำขอ");
        }

        @Override
        public Instant at() {
            return NOON;
        }
    }

    /** Something that happened outside of every case. */
    record Housekept(String agency, Actor actor, Instant at) implements Deed {}

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    @Import({Recorder.class, AuditTrail.class})
    static class Wiring {

        @Bean
        DataSource dataSource() throws Exception {
            var database = TestPostgres.newDatabase();
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(database.getJdbcUrl());
            pool.setUsername(database.getUsername());
            pool.setPassword(database.getPassword());
            Flyway.configure().dataSource(pool).locations("classpath:db/migration").load().migrate();
            return pool;
        }

        @Bean
        JdbcClient jdbcClient(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }
    }

    @BeforeAll
    static void start() {
        context = new AnnotationConfigApplicationContext(Wiring.class);
        trail = context.getBean(AuditTrail.class);
        jdbc = context.getBean(JdbcClient.class);
        transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    private static void happen(String agency, String number, Map<String, Object> details) {
        transaction.executeWithoutResult(
                status -> context.publishEvent(new Happened(agency, number, details)));
    }

    @Test
    void chains_the_acts_of_an_agency_in_the_order_of_commits() {
        happen("AAA", "AAA69-1", Map.of("b", 2, "a", "ก"));
        happen("AAA", "AAA69-2", Map.of());
        happen("AAA", "AAA69-1", Map.of("list", List.of("x", "y")));

        List<AuditEntry> entries = trail.ofApplication("AAA", "AAA69-1");

        assertThat(entries).extracting(AuditEntry::seq).containsExactly(1L, 3L);
        assertThat(entries.get(0).previousHash()).isEqualTo("0".repeat(64));
        assertThat(entries.get(0).record())
                .isEqualTo("{\"act\":\"audit.Happened\",\"actor\":{\"id\":\"officer-1\",\"kind\":\"OFFICER\",\"name\":\"นางสาวรับ"
                        + " คำขอ\"},\"agency\":\"AAA\",\"application\":\"AAA69-1\",\"at\":\"2026-11-20T05:00:00.123456Z\","
                        + "\"details\":{\"a\":\"ก\",\"b\":2},\"seq\":1}");
        assertThat(trail.check("AAA")).isEqualTo(new ChainCheck(3, List.of()));
        assertThat(trail.check("AAA", "AAA69-1")).isEqualTo(new ChainCheck(2, List.of()));
    }

    @Test
    void chains_what_is_not_about_an_application_with_the_rest() {
        happen("HHH", "HHH69-1", Map.of());
        transaction.executeWithoutResult(
                status -> context.publishEvent(new Housekept("HHH", Actor.SYSTEM, NOON)));
        happen("HHH", "HHH69-1", Map.of());

        AuditEntry housekept = trail.search("HHH", "housekept", Long.MAX_VALUE, 5).get(0);

        assertThat(housekept.applicationNumber()).isNull();
        assertThat(housekept.record()).doesNotContain("\"application\"");
        assertThat(trail.search("HHH", "", Long.MAX_VALUE, 5)).hasSize(3);
        assertThat(trail.check("HHH")).isEqualTo(new ChainCheck(3, List.of()));
        assertThat(trail.check("HHH", "HHH69-1")).isEqualTo(new ChainCheck(2, List.of()));
        forge("update audit_entry set application_number = 'HHH69-1' where agency = 'HHH' and seq = 2");
        assertThat(trail.check("HHH").faults()).containsExactly(new Fault(2, Fault.Kind.COLUMNS_DIFFER));
    }

    @Test
    void leaves_no_record_of_what_was_rolled_back() {
        transaction.executeWithoutResult(status -> {
            context.publishEvent(new Happened("BBB", "BBB69-1", Map.of()));
            status.setRollbackOnly();
        });
        happen("BBB", "BBB69-2", Map.of());

        assertThat(trail.ofApplication("BBB", "BBB69-1")).isEmpty();
        assertThat(trail.check("BBB")).isEqualTo(new ChainCheck(1, List.of()));
    }

    @Test
    void refuses_an_act_outside_of_a_transaction() {
        assertThatThrownBy(() -> context.publishEvent(new Happened("CCC", "CCC69-1", Map.of())))
                .hasMessageContaining("outside a transaction");
    }

    @Test
    void stays_whole_when_many_act_at_once() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(8);
        List<Callable<Void>> acts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String number = "DDD69-" + i;
            acts.add(() -> {
                happen("DDD", number, Map.of());
                return null;
            });
        }
        for (Future<Void> act : people.invokeAll(acts)) {
            act.get();
        }
        people.shutdown();

        assertThat(trail.check("DDD")).isEqualTo(new ChainCheck(100, List.of()));
    }

    @Test
    void cannot_be_changed_through_the_database_connection_of_the_platform() {
        happen("EEE", "EEE69-1", Map.of());

        assertThatThrownBy(() -> jdbc.sql("update audit_entry set actor_name = 'x' where agency = 'EEE'").update())
                .hasMessageContaining("cannot be changed");
        assertThatThrownBy(() -> jdbc.sql("delete from audit_entry where agency = 'EEE'").update())
                .hasMessageContaining("cannot be changed");
    }

    @Test
    void finds_out_what_somebody_with_the_whole_database_did() {
        for (int i = 1; i <= 6; i++) {
            happen("FFF", "FFF69-" + i, Map.of("n", i));
        }
        forge("update audit_entry set actor_name = 'someone else' where agency = 'FFF' and seq = 2");
        assertThat(trail.check("FFF").faults()).containsExactly(new Fault(2, Fault.Kind.COLUMNS_DIFFER));

        forge("update audit_entry set record = replace(record, '\"n\":3', '\"n\":4') where agency = 'FFF' and seq = 3");
        assertThat(trail.check("FFF").faults()).contains(new Fault(3, Fault.Kind.CHANGED));
        assertThat(trail.check("FFF", "FFF69-3").intact()).isFalse();

        forge("delete from audit_entry where agency = 'FFF' and seq = 4");
        assertThat(trail.check("FFF").faults()).contains(new Fault(5, Fault.Kind.MISSING));
        assertThat(trail.check("FFF", "FFF69-5").faults()).containsExactly(new Fault(5, Fault.Kind.MISSING));

        forge("delete from audit_entry where agency = 'FFF' and seq = 6");
        assertThat(trail.check("FFF").faults()).contains(new Fault(6, Fault.Kind.MISSING));
    }

    /** What a database administrator could do. */
    private static void forge(String sql) {
        jdbc.sql("alter table audit_entry disable trigger audit_entry_is_final").update();
        jdbc.sql(sql).update();
        jdbc.sql("alter table audit_entry enable trigger audit_entry_is_final").update();
    }

    @Test
    void pages_backwards_through_an_agencys_record() {
        for (int i = 1; i <= 5; i++) {
            happen("GGG", "GGG69-" + i, Map.of());
        }

        assertThat(trail.search("GGG", "", Long.MAX_VALUE, 2)).extracting(AuditEntry::seq).containsExactly(5L, 4L);
        assertThat(trail.search("GGG", "", 4, 2)).extracting(AuditEntry::seq).containsExactly(3L, 2L);
        assertThat(trail.search("GGG", "69-3", Long.MAX_VALUE, 2)).extracting(AuditEntry::seq).containsExactly(3L);
        assertThat(trail.search("GGG", "%", Long.MAX_VALUE, 2)).isEmpty();
    }
}
