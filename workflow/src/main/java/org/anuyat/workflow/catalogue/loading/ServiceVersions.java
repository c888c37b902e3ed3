package org.anuyat.workflow.catalogue.loading;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every version of every service that ever was in force, whole. */
@Repository
class ServiceVersions {

    private static final TypeReference<Map<String, String>> FILES = new TypeReference<>() {};

    /** Any constant that nobody else locks: nodes that start together register one after the other. */
    private static final long REGISTERING = 0x5345_5256_4943_4553L;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ServiceVersions(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** The version of these files: the last one if they are its files, else a new one. */
    @Transactional
    int register(ServiceFolder folder) {
        jdbc.sql("select pg_advisory_xact_lock(:key)").param("key", REGISTERING).query(row -> {});
        Optional<Latest> latest = jdbc.sql(
                        """
                        select version, sha256 from service_version
                         where service_id = :id order by version desc limit 1
                        """)
                .param("id", folder.id())
                .query(Latest.class)
                .optional();
        String digest = folder.digest();
        if (latest.isPresent() && latest.get().sha256().equals(digest)) {
            return latest.get().version();
        }
        int version = latest.map(Latest::version).orElse(0) + 1;
        jdbc.sql(
                        """
                        insert into service_version (service_id, version, sha256, files, in_force_from)
                        values (:id, :version, :sha256, :files::jsonb, :now)
                        """)
                .param("id", folder.id())
                .param("version", version)
                .param("sha256", digest)
                .param("files", json.writeValueAsString(folder.files()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return version;
    }

    Optional<ServiceFolder> find(String serviceId, int version) {
        return jdbc.sql("select files from service_version where service_id = :id and version = :version")
                .param("id", serviceId)
                .param("version", version)
                .query(String.class)
                .optional()
                .map(files -> new ServiceFolder(serviceId, json.readValue(files, FILES)));
    }

    private record Latest(int version, String sha256) {}
}
