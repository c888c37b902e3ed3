package org.anuyat.workflow.identity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.anuyat.workflow.thai.NationalId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Invented people and officers of an invented municipality, so that everything can be tried. They exist in demonstration
 * mode only; their identifiers are the same in every installation.
 */
@Component
@ConditionalOnProperty(name = "anuyat.mode", havingValue = "demonstration")
@DependsOnDatabaseInitialization
public class DemonstrationAccounts {

    /**
     * One of them.
     *
     * @param purpose what the account shows, in Thai and English
     */
    public record Entry(
            String username,
            List<Role> roles,
            String title,
            String firstName,
            String lastName,
            String nameEn,
            String email,
            String phone,
            @Nullable String nationalId,
            @Nullable LocalDate birthDate,
            @Nullable PostalAddress address,
            AssuranceLevel assurance,
            AuthenticatorLevel authenticator,
            @Nullable String position,
            @Nullable String agency,
            String purposeTh,
            String purposeEn) {

        /** The account's stable identifier. */
        public String subject() {
            return id().toString();
        }

        /** Whether it is an officer's account. */
        public boolean officer() {
            return agency != null;
        }

        private UUID id() {
            return UUID.nameUUIDFromBytes(("anuyat-demonstration/" + username).getBytes(StandardCharsets.UTF_8));
        }
    }

    private final List<Entry> entries;

    DemonstrationAccounts(
            JdbcClient jdbc,
            Clock clock,
            JsonMapper json,
            @Value("${anuyat.identity.key:" + Accounts.KEY_FOR_TESTS + "}") String key)
            throws IOException {
        try (InputStream file = new ClassPathResource("identity/demonstration-accounts.json").getInputStream()) {
            entries = List.copyOf(json.readValue(file, new TypeReference<List<Entry>>() {}));
        }
        NationalIdSeal seal = new NationalIdSeal(key);
        entries.forEach(entry -> add(entry, jdbc, OffsetDateTime.now(clock), json, seal));
    }

    /** All of them, citizens first, in the order of the journey. */
    public List<Entry> all() {
        return entries;
    }

    private static void add(Entry entry, JdbcClient jdbc, OffsetDateTime now, JsonMapper json, NationalIdSeal seal) {
        @Nullable NationalId nationalId = entry.nationalId() == null ? null : NationalId.parse(entry.nationalId());
        jdbc.sql("""
                        insert into account (id, kind, provider_subject, username, title, first_name, last_name, name_en, email, phone,
                            national_id_sealed, national_id_digest, birth_date, address, assurance, authenticator, position_title,
                            agency, roles, demonstration, created_at, changed_at)
                        values (:id, :kind, :subject, :username, :title, :firstName, :lastName, :nameEn, :email, :phone,
                            :sealed, :digest, :birthDate, :address::jsonb, :assurance, :authenticator, :position,
                            :agency, string_to_array(:roles, ','), true, :now, :now)
                        on conflict do nothing
                        """)
                .param("id", entry.id())
                .param("kind", entry.officer() ? "OFFICER" : "CITIZEN")
                .param("subject", entry.subject())
                .param("username", entry.username())
                .param("title", entry.title())
                .param("firstName", entry.firstName())
                .param("lastName", entry.lastName())
                .param("nameEn", entry.nameEn())
                .param("email", entry.email())
                .param("phone", entry.phone())
                .param("sealed", nationalId == null ? null : seal.seal(nationalId), Types.BINARY)
                .param("digest", nationalId == null ? null : seal.digest(nationalId), Types.BINARY)
                .param("birthDate", entry.birthDate(), Types.DATE)
                .param("address", entry.address() == null ? null : json.writeValueAsString(entry.address()), Types.VARCHAR)
                .param("assurance", entry.assurance().name())
                .param("authenticator", entry.authenticator().name())
                .param("position", entry.position(), Types.VARCHAR)
                .param("agency", entry.agency(), Types.VARCHAR)
                .param("roles", String.join(",", entry.roles().stream().map(Role::name).toList()))
                .param("now", now)
                .update();
    }
}
