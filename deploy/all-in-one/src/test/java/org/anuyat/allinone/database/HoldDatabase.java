package org.anuyat.allinone.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;

/** A process of its own that uses the embedded database until it is killed. */
final class HoldDatabase {

    private HoldDatabase() {}

    /** Arguments: the folder, a note to write down. Closes its standard output's line "written" when the note is committed. */
    public static void main(String[] arguments) throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]), 0, Map.of());
        try (Connection connection = DriverManager.getConnection(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword());
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists note (text text)");
            statement.execute("insert into note values ('" + arguments[1] + "')");
        }
        System.out.println("written");
        Thread.sleep(600_000);
    }
}
