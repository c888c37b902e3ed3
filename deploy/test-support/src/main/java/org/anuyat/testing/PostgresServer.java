package org.anuyat.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The server behind {@link TestPostgres}: a Testcontainers container where a container engine answers, else the same
 * major version from embedded binaries. {@code -Dtest.postgres=docker|embedded} forces one of them.
 */
record PostgresServer(String baseUrl, String user, String password) {

    /** A module's tests keep up to 32 application contexts, of which each may hold a pool of ten. */
    private static final String CONNECTIONS = "400";

    private static final class Holder {
        static final PostgresServer INSTANCE = start();
    }

    static PostgresServer running() {
        return Holder.INSTANCE;
    }

    String url(String database) {
        return baseUrl + database;
    }

    private static PostgresServer start() {
        String wanted = System.getProperty("test.postgres", "auto");
        return wanted.equals("docker") || wanted.equals("auto") && containerEngineAnswers() ? container() : embedded();
    }

    private static PostgresServer container() {
        // Testcontainers' own reaper removes it when the JVM ends
        @SuppressWarnings("resource")
        PostgreSQLContainer container =
                new PostgreSQLContainer("postgres:18-alpine")
                        .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=" + CONNECTIONS);
        container.start();
        return new PostgresServer(
                "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432) + "/",
                container.getUsername(),
                container.getPassword());
    }

    private static PostgresServer embedded() {
        try {
            // with LC_CTYPE=C pg_trgm finds no letters in Thai text
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("max_connections", CONNECTIONS)
                    .start();
            return new PostgresServer("jdbc:postgresql://localhost:" + server.getPort() + "/", "postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL for the tests did not start", e);
        }
    }

    /** Looks for a socket first: without one Testcontainers logs a stack trace at ERROR. */
    private static boolean containerEngineAnswers() {
        Path home = Path.of(System.getProperty("user.home"));
        boolean hint = System.getenv("DOCKER_HOST") != null
                || System.getenv("TESTCONTAINERS_HOST_OVERRIDE") != null
                || System.getProperty("os.name").startsWith("Windows")
                || Stream.of(
                                Path.of("/var/run/docker.sock"),
                                home.resolve(".docker/run/docker.sock"),
                                home.resolve(".docker/desktop/docker.sock"),
                                home.resolve(".colima/default/docker.sock"),
                                home.resolve(".testcontainers.properties"))
                        .anyMatch(Files::exists);
        return hint && DockerClientFactory.instance().isDockerAvailable();
    }
}
