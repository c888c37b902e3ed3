package org.anuyat.workflow.identity;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.workflow.thai.BuddhistDate;
import org.anuyat.workflow.thai.NationalId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The people and officers that the platform knows. Disabled accounts, and officers whose access has ended, are not found. */
@Component
public class Accounts {

    /** The name of the embedded identity provider in the accounts it proves. */
    public static final String EMBEDDED_PROVIDER = "anuyat";

    /** Stands in for {@code anuyat.identity.key} in tests; production mode refuses it. */
    public static final String KEY_FOR_TESTS = "for-tests-only";

    /** Whose access has not ended; takes the day of today. */
    private static final String OFFICER = "kind = 'OFFICER' and enabled and (ends_on is null or ends_on >= ?)";

    private static final String BY_NAME = " order by first_name, last_name";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json;
    private final NationalIdSeal seal;
    private final AccountRows rows;

    Accounts(
            JdbcClient jdbc,
            Clock clock,
            JsonMapper json,
            @Value("${anuyat.identity.key:" + KEY_FOR_TESTS + "}") String key) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
        this.seal = new NationalIdSeal(key);
        this.rows = new AccountRows(seal, json);
    }

    /** The citizen with this subject. */
    public Optional<Person> person(String subject) {
        return uuid(subject).flatMap(id -> jdbc.sql("select * from account where id = ? and kind = 'CITIZEN' and enabled")
                .param(id)
                .query(rows::person)
                .optional());
    }

    /** The citizen whom the provider (its issuer, or {@link #EMBEDDED_PROVIDER}) calls by this subject. */
    public Optional<Person> person(String provider, String providerSubject) {
        return jdbc.sql("""
                        select * from account
                        where provider = ? and provider_subject = ? and kind = 'CITIZEN' and enabled
                        """)
                .params(provider, providerSubject)
                .query(rows::person)
                .optional();
    }

    /** The officer with this subject. */
    public Optional<Officer> officer(String subject) {
        return uuid(subject).flatMap(id -> jdbc.sql("select * from account where id = ? and " + OFFICER)
                .params(id, today())
                .query(rows::officer)
                .optional());
    }

    /** The officer with this user name. */
    public Optional<Officer> officerNamed(String username) {
        return jdbc.sql("select * from account where username = lower(?) and " + OFFICER)
                .params(username, today())
                .query(rows::officer)
                .optional();
    }

    /** The agency's officers who hold the role, by name. */
    public List<Officer> officers(String agency, Role role) {
        return jdbc.sql("select * from account where agency = ? and ? = any (roles) and " + OFFICER + BY_NAME)
                .params(agency, role.name(), today())
                .query(rows::officer)
                .list();
    }

    /** All officers of the agency, by name. */
    public List<Officer> officers(String agency) {
        return jdbc.sql("select * from account where agency = ? and " + OFFICER + BY_NAME)
                .params(agency, today())
                .query(rows::officer)
                .list();
    }

    /**
     * Takes over what another identity provider proved: makes the account at the first sign-in, refreshes it at later ones.
     *
     * @throws IllegalStateException when the account is disabled
     */
    @Transactional
    public Person remember(ProvenIdentity proven) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        @Nullable NationalId nationalId = proven.nationalId();
        jdbc.sql("""
                        insert into account (id, kind, provider, provider_subject, title, first_name, last_name, name_en, email, phone,
                            national_id_sealed, national_id_digest, birth_date, address, assurance, authenticator, roles,
                            created_at, changed_at)
                        values (:id, 'CITIZEN', :provider, :subject, :title, :firstName, :lastName, :nameEn, :email, :phone,
                            :sealed, :digest, :birthDate, :address::jsonb, :assurance, :authenticator, '{CITIZEN}', :now, :now)
                        on conflict (provider, provider_subject, kind) do update set
                            title = coalesce(excluded.title, account.title),
                            first_name = excluded.first_name,
                            last_name = excluded.last_name,
                            name_en = coalesce(excluded.name_en, account.name_en),
                            email = coalesce(excluded.email, account.email),
                            phone = coalesce(excluded.phone, account.phone),
                            national_id_sealed = coalesce(excluded.national_id_sealed, account.national_id_sealed),
                            national_id_digest = coalesce(excluded.national_id_digest, account.national_id_digest),
                            birth_date = coalesce(excluded.birth_date, account.birth_date),
                            address = coalesce(excluded.address, account.address),
                            assurance = excluded.assurance,
                            authenticator = excluded.authenticator,
                            changed_at = excluded.changed_at
                        """)
                .param("id", UUID.randomUUID())
                .param("provider", proven.issuer())
                .param("subject", proven.subject())
                .param("title", proven.title(), Types.VARCHAR)
                .param("firstName", proven.firstName())
                .param("lastName", proven.lastName())
                .param("nameEn", proven.nameEn(), Types.VARCHAR)
                .param("email", proven.email(), Types.VARCHAR)
                .param("phone", proven.phone(), Types.VARCHAR)
                .param("sealed", nationalId == null ? null : seal.seal(nationalId), Types.BINARY)
                .param("digest", nationalId == null ? null : seal.digest(nationalId), Types.BINARY)
                .param("birthDate", proven.birthDate(), Types.DATE)
                .param("address", proven.address() == null ? null : json.writeValueAsString(proven.address()), Types.VARCHAR)
                .param("assurance", proven.assurance().name())
                .param("authenticator", proven.authenticator().name())
                .param("now", now)
                .update();
        return person(proven.issuer(), proven.subject())
                .orElseThrow(() -> new IllegalStateException("this account is disabled"));
    }

    private LocalDate today() {
        return BuddhistDate.dateOf(clock.instant());
    }

    private static Optional<UUID> uuid(String subject) {
        try {
            return Optional.of(UUID.fromString(subject));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
