package org.anuyat.allinone.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class EmbeddedDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void keeps_what_was_written_over_a_restart() throws Exception {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(folder, 0, Map.of())) {
            write(first, "ก่อนปิด");
        }
        try (EmbeddedDatabase second = EmbeddedDatabase.start(folder, 0, Map.of())) {
            assertThat(notes(second)).containsExactly("ก่อนปิด");
        }
    }

    @Test
    void stops_the_server_that_a_killed_process_left_behind_and_keeps_its_data() throws Exception {
        Process process = holdInAProcessOfItsOwn("committed");
        long postmaster = Long.parseLong(Files.readAllLines(cluster().resolve("postmaster.pid")).get(0).strip());
        process.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(postmaster)).as("the orphan").isPresent();

        try (EmbeddedDatabase next = EmbeddedDatabase.start(folder, 0, Map.of())) {
            assertThat(notes(next)).containsExactly("committed");
        }
    }

    @Test
    void recovers_when_process_and_server_were_killed_together() throws Exception {
        Process process = holdInAProcessOfItsOwn("committed");
        long postmaster = Long.parseLong(Files.readAllLines(cluster().resolve("postmaster.pid")).get(0).strip());
        process.destroyForcibly().waitFor();
        ProcessHandle.of(postmaster).ifPresent(server -> {
            server.destroyForcibly();
            server.onExit().orTimeout(10, TimeUnit.SECONDS).exceptionally(slow -> server).join();
        });

        try (EmbeddedDatabase next = EmbeddedDatabase.start(folder, 0, Map.of())) {
            assertThat(notes(next)).containsExactly("committed");
        }
    }

    @Test
    void is_not_kept_from_starting_by_the_number_of_a_process_that_is_another_one_now() throws Exception {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(folder, 0, Map.of())) {
            write(first, "kept");
        }
        // ourselves: alive, but no PostgreSQL
        Files.writeString(cluster().resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + cluster() + "\n");

        try (EmbeddedDatabase next = EmbeddedDatabase.start(folder, 0, Map.of())) {
            assertThat(notes(next)).containsExactly("kept");
        }
    }

    @Test
    void is_not_kept_from_starting_by_a_pid_file_that_was_cut_short() throws Exception {
        EmbeddedDatabase.start(folder, 0, Map.of()).close();
        Files.writeString(cluster().resolve("postmaster.pid"), "");

        EmbeddedDatabase.start(folder, 0, Map.of()).close();
    }

    @Test
    void takes_settings_over_its_own() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0, Map.of("max_wal_size", "3GB", "shared_buffers", "64MB"))) {
            assertThat(ask(database, "show max_wal_size")).isEqualTo("3GB");
            assertThat(ask(database, "show shared_buffers")).isEqualTo("64MB");
            assertThat(ask(database, "show fsync")).isEqualTo("on");
        }
    }

    @Test
    void begins_again_when_the_first_start_was_interrupted() throws Exception {
        Files.createDirectories(cluster().resolve("base"));
        Files.writeString(cluster().resolve("PG_VERSION"), "18\n");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0, Map.of())) {
            write(database, "first");
            assertThat(notes(database)).containsExactly("first");
        }
    }

    @Test
    void does_not_touch_a_folder_that_another_process_uses() throws Exception {
        Process process = holdInAProcessOfItsOwn("mine");
        try {
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder, 0, Map.of()))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("Another process uses the database");
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
            // takes the orphan along
            EmbeddedDatabase.start(folder, 0, Map.of()).close();
        }
    }

    @Test
    void does_not_adopt_whoever_answers_on_its_port() throws Exception {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder, stranger.getLocalPort(), Map.of()))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("is in use");
        }
    }

    @Test
    void is_durable_private_and_finds_thai_words() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0, Map.of())) {
            assertThat(ask(database, "show fsync")).isEqualTo("on");
            assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(database, "select rolsuper::text from pg_roles where rolname = current_user")).isEqualTo("false");
            execute(database, "create extension pg_trgm");
            assertThat(ask(database, "select (array_length(show_trgm('ตลาด'), 1) > 0)::text")).isEqualTo("true");
            assertThatThrownBy(() -> DriverManager.getConnection(database.getJdbcUrl(), "postgres", "wrong").close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
        }
    }

    private Path cluster() throws IOException {
        return folder.toRealPath().resolve("cluster");
    }

    private Process holdInAProcessOfItsOwn(String note) throws IOException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldDatabase.class.getName(),
                        folder.toString(),
                        note)
                .redirectErrorStream(true)
                .start();
        BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        List<String> said = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.equals("written")) {
                return process;
            }
        }
        throw new AssertionError("the other process ended: " + said);
    }

    private static void write(EmbeddedDatabase database, String note) throws SQLException {
        execute(database, "create table if not exists note (text text)");
        execute(database, "insert into note values ('" + note + "')");
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> notes(EmbeddedDatabase database) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select text from note")) {
            List<String> result = new ArrayList<>();
            while (rows.next()) {
                result.add(rows.getString(1));
            }
            return result;
        }
    }

    private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }
}
