package org.anuyat.benchmarks.platform;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** The platform's database, to load it and to count in it; what is measured goes through the web. */
public final class Database implements AutoCloseable {

    public static final String USER = "anuyat";

    private static final int COPY_BYTES = 1 << 16;

    private final int port;
    private final String password;
    private final Connection connection;

    private Database(int port, String password, Connection connection) {
        this.port = port;
        this.password = password;
        this.connection = connection;
    }

    /** Connects to the embedded server of the platform with this home. */
    public static Database open(Path home, int port) {
        try {
            String password = Files.readString(home.resolve("postgres/password")).strip();
            return new Database(port, password, DriverManager.getConnection(url(port), USER, password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String url(int port) {
        return "jdbc:postgresql://localhost:" + port + "/anuyat";
    }

    public String url() {
        return url(port);
    }

    public int port() {
        return port;
    }

    public String password() {
        return password;
    }

    /** Runs a statement and says how many rows it changed. */
    public int update(String sql, Object... parameters) {
        try (PreparedStatement statement = prepared(sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a script of the class path. */
    public void run(String script) {
        try (InputStream text = Database.class.getResourceAsStream("/sql/" + script);
                var statement = connection.createStatement()) {
            statement.execute(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(script + ": " + e.getMessage(), e);
        }
    }

    /** The first column of what is found. */
    public List<String> texts(String sql, Object... parameters) {
        try (PreparedStatement statement = prepared(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<String> result = new ArrayList<>();
            while (rows.next()) {
                result.add(rows.getString(1));
            }
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public long count(String sql, Object... parameters) {
        return Long.parseLong(texts(sql, parameters).get(0));
    }

    /** Runs a {@code copy … to stdout}. */
    public void copyOut(String sql, Path target) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a {@code copy … from stdin}. */
    public void copyIn(String sql, Path source) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(source), COPY_BYTES)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, in, COPY_BYTES);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private PreparedStatement prepared(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
