package org.anuyat.allinone.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A PostgreSQL of our own, made for keeping data. The library beneath is made for tests: it switches {@code fsync} off, trusts
 * everybody, adopts whatever server answers on its port, and deletes what it deems old. All of that is set right here.
 *
 * <p>It is a bean on which the data source depends, so that it is stopped after the last connection was given back; not by a
 * shutdown hook, which would take the database away from requests that are still being answered.
 */
final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    /** The database and the role that owns it. */
    private static final String NAME = "anuyat";

    private static final String WORKING_DIRECTORY = "ot.epg.working-dir";

    private final DatabaseHome home;
    private final EmbeddedPostgres server;
    private final String password;

    private EmbeddedDatabase(DatabaseHome home, EmbeddedPostgres server, String password) {
        this.home = home;
        this.server = server;
        this.password = password;
    }

    /**
     * Starts the server on the folder's data, or on new data.
     *
     * @param port 0 for any free one
     * @param settings of PostgreSQL, over those that are set here
     * @throws DatabaseUnavailable when the folder or the port is in use, or the server does not start
     */
    static EmbeddedDatabase start(Path folder, int port, Map<String, String> settings) {
        try {
            DatabaseHome home = DatabaseHome.take(folder);
            try {
                return start(home, port, settings);
            } catch (IOException | SQLException | RuntimeException e) {
                home.close();
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw new DatabaseUnavailable(
                    "The embedded PostgreSQL did not start: " + e.getMessage(),
                    "Look at the log above, or use another PostgreSQL with the setting spring.datasource.url.",
                    e);
        }
    }

    private static EmbeddedDatabase start(DatabaseHome home, int port, Map<String, String> settings) throws IOException, SQLException {
        Postmaster.clearAway(home.cluster());
        if (port != 0) {
            requireFree(port);
        }
        String password = home.password();
        long begin = System.nanoTime();
        EmbeddedPostgres server = launch(home, port, password, settings);
        EmbeddedDatabase database = new EmbeddedDatabase(home, server, password);
        try {
            database.requireOwn();
            home.markInitialised();
            database.createRoleAndDatabase();
        } catch (IOException | SQLException | RuntimeException e) {
            server.close();
            throw e;
        }
        log.info(
                "PostgreSQL answers on port {} after {} ms, data in {}",
                server.getPort(),
                Duration.ofNanos(System.nanoTime() - begin).toMillis(),
                home.cluster());
        return database;
    }

    private static EmbeddedPostgres launch(DatabaseHome home, int port, String password, Map<String, String> settings) throws IOException {
        @Nullable String before = System.getProperty(WORKING_DIRECTORY);
        System.setProperty(WORKING_DIRECTORY, home.programs().toString());
        try {
            EmbeddedPostgres.Builder server = EmbeddedPostgres.builder()
                    .setDataDirectory(home.cluster())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    // options of initdb, whatever the method's name says. With LC_CTYPE "C" pg_trgm finds no letters in Thai
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setLocaleConfig("auth-host", "scram-sha-256")
                    .setLocaleConfig("auth-local", "reject")
                    .setLocaleConfig("pwfile", home.passwordFile().toString())
                    .setConnectConfig("password", password)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("shared_buffers", "128MB")
                    .setServerConfig("timezone", "UTC")
                    .setPGStartupWait(Duration.ofSeconds(60));
            settings.forEach(server::setServerConfig);
            return server.start();
        } finally {
            if (before == null) {
                System.clearProperty(WORKING_DIRECTORY);
            } else {
                System.setProperty(WORKING_DIRECTORY, before);
            }
        }
    }

    private static void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            log.debug("Port {} is free", socket.getLocalPort());
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "Port " + port + ", on which the embedded PostgreSQL shall answer, is in use.",
                    "Choose another one with the setting anuyat.database.port (0 takes any free port).",
                    e);
        }
    }

    /** Somebody may have taken the port between our look and the server's start. */
    private void requireOwn() throws SQLException, IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_setting('data_directory')")) {
            row.next();
            if (!Path.of(row.getString(1)).toRealPath().equals(home.cluster())) {
                throw new DatabaseUnavailable(
                        "Another PostgreSQL answers on port " + server.getPort() + ".",
                        "Choose another one with the setting anuyat.database.port.");
            }
        }
    }

    private void createRoleAndDatabase() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (missing(statement, "select 1 from pg_roles where rolname = '" + NAME + "'")) {
                // hexadecimal digits only
                statement.execute("create role " + NAME + " login password '" + password + "'");
            }
            if (missing(statement, "select 1 from pg_database where datname = '" + NAME + "'")) {
                statement.execute("create database " + NAME + " owner " + NAME);
            }
        }
    }

    private static boolean missing(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return !row.next();
        }
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + NAME;
    }

    @Override
    public String getUsername() {
        return NAME;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public void close() throws IOException {
        server.close();
        home.close();
    }
}
