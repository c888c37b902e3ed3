package org.anuyat.accounts.password;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.anuyat.signin.Realm;
import org.anuyat.workflow.identity.DemonstrationAccounts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Gives all demonstration accounts the same password, which the login page and the start-up notice show. */
@Component
@ConditionalOnProperty(name = "anuyat.mode", havingValue = "demonstration")
public class DemonstrationPasswords {

    private final DemonstrationAccounts accounts;
    private final String password;

    DemonstrationPasswords(
            DemonstrationAccounts accounts,
            JdbcClient jdbc,
            Clock clock,
            PasswordEncoder encoder,
            @Value("${anuyat.demonstration.password:anuyat-demo}") String password) {
        this.accounts = accounts;
        this.password = password;
        String hash = encoder.encode(password);
        OffsetDateTime now = OffsetDateTime.now(clock);
        accounts.all().forEach(account -> jdbc.sql("""
                        insert into sign_in_credential (account, password_hash, changed_at)
                        select id, :hash, :now from account where id = :account
                        on conflict (account) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at
                        """)
                .param("account", UUID.fromString(account.subject()))
                .param("hash", hash)
                .param("now", now)
                .update());
    }

    /** The password of every demonstration account. */
    public String password() {
        return password;
    }

    /** The accounts that may sign in to the realm. */
    public List<DemonstrationAccounts.Entry> accounts(Realm realm) {
        return accounts.all().stream().filter(account -> account.officer() == (realm == Realm.OFFICER)).toList();
    }
}
