package org.anuyat.sandboxbank.confirmations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.sandboxbank.BankPart;
import org.anuyat.sandboxbank.BankSettings;
import org.anuyat.sandboxbank.ledger.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The payment confirmations that are to be sent, and what became of them. */
@BankPart("sandboxBankConfirmations")
public class Confirmations {

    private static final Duration LEASE = Duration.ofMinutes(1);

    private final JdbcClient sql;
    private final BankSettings settings;
    private final Clock clock;

    Confirmations(JdbcClient sql, BankSettings settings, Clock clock) {
        this.sql = sql;
        this.settings = settings;
        this.clock = clock;
    }

    /** What became of a confirmation. */
    public enum State {
        WAITING,
        ACKNOWLEDGED,
        /** All tries were used up; a real bank writes an e-mail now. */
        GIVEN_UP
    }

    /** A confirmation for the payer's page. */
    public record Sent(State state, int tries, @Nullable String lastAnswer) {}

    record Waiting(long id, String body, int tries) {}

    /** Adds a confirmation of a payment, in the payment's transaction; it is sent after that time. */
    public void add(UUID ticket, Entry entry, Duration after) {
        String body = JsonMapper.shared().writeValueAsString(PaymentMessage.of(entry, settings.billers()));
        sql.sql("insert into sandbox_bank.confirmation (ticket, body, next_try) values (?, ?, ?)")
                .params(ticket, body, column(clock.instant().plus(after)))
                .update();
    }

    public List<Sent> ofTicket(UUID ticket) {
        return sql.sql("select state, tries, last_answer from sandbox_bank.confirmation where ticket = ? order by id")
                .param(ticket)
                .query((row, number) ->
                        new Sent(State.valueOf(row.getString("state")), row.getInt("tries"), row.getString("last_answer")))
                .list();
    }

    Optional<Waiting> claim() {
        Instant now = clock.instant();
        return sql.sql(
                        """
                        update sandbox_bank.confirmation set tries = tries + 1, next_try = :lease
                         where id = (select id from sandbox_bank.confirmation where state = 'WAITING' and next_try <= :now
                                      order by next_try, id limit 1 for update skip locked)
                        returning id, body, tries
                        """)
                .param("lease", column(now.plus(LEASE)))
                .param("now", column(now))
                .query((row, number) -> new Waiting(row.getLong("id"), row.getString("body"), row.getInt("tries")))
                .optional();
    }

    void answered(Waiting confirmation, boolean acknowledged, String answer) {
        State state = acknowledged
                ? State.ACKNOWLEDGED
                : confirmation.tries() >= settings.callbackTries() ? State.GIVEN_UP : State.WAITING;
        sql.sql("update sandbox_bank.confirmation set state = ?, last_answer = ?, next_try = ? where id = ?")
                .params(state.name(), answer, column(clock.instant().plus(settings.callbackPause())), confirmation.id())
                .update();
    }

    private static OffsetDateTime column(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
