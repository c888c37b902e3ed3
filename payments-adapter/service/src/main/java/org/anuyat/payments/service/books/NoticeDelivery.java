package org.anuyat.payments.service.books;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.access.Outgoing;
import org.anuyat.payments.api.DiscrepancyNotice;
import org.anuyat.payments.api.PaymentNotice;
import org.anuyat.payments.api.PaymentNotices;
import org.anuyat.payments.api.PaymentsOverHttp;
import org.anuyat.payments.api.refunds.RefundNotice;
import org.anuyat.payments.service.Chore;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.PaymentsSettings;
import org.anuyat.payments.service.Utc;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells the platform what the outbox holds: in order per bill, again until it is acknowledged. What files left for later comes when nothing else
 * is due.
 */
@PaymentsPart
class NoticeDelivery implements Chore {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeDelivery.class);
    private static final Duration READ = Duration.ofSeconds(30);

    private final JdbcClient sql;
    private final Outbox outbox;
    private final LaterNotices later;
    private final PaymentsSettings settings;
    private final Clock clock;
    private final ObjectProvider<PaymentNotices> platform;
    private final @Nullable PaymentNotices remote;
    /** No more notices are written for a platform that doesn't listen. */
    private volatile Instant writeFrom = Instant.MIN;

    /** A notice with its words, or with the payment of which they are made. */
    private record Waiting(
            UUID id, String kind, @Nullable String body, int tries, @Nullable UUID billId, int sequence, @Nullable UUID paymentId) {}

    NoticeDelivery(
            JdbcClient sql,
            Outbox outbox,
            LaterNotices later,
            PaymentsSettings settings,
            Clock clock,
            ObjectProvider<PaymentNotices> platform,
            ObjectProvider<SslBundles> tls) {
        this.sql = sql;
        this.outbox = outbox;
        this.later = later;
        this.settings = settings;
        this.clock = clock;
        this.platform = platform;
        URI elsewhere = settings.notices().url();
        this.remote = elsewhere == null ? null : over(elsewhere, settings.notices(), clock, tls);
    }

    @Override
    public Kind kind() {
        return Kind.NOTICES;
    }

    @Override
    public boolean doOne() {
        PaymentNotices receiver = receiver();
        if (receiver == null) {
            return false;
        }
        Optional<Waiting> waiting = claim();
        if (waiting.isPresent()) {
            deliver(waiting.get(), receiver);
            return true;
        }
        return !clock.instant().isBefore(writeFrom) && later.writeSome();
    }

    private @Nullable PaymentNotices receiver() {
        return remote == null ? platform.getIfAvailable() : remote;
    }

    private static PaymentNotices over(URI platform, PaymentsSettings.Notices notices, Clock clock, ObjectProvider<SslBundles> tls) {
        String bundle = notices.sslBundle();
        Outgoing call = new Outgoing(
                notices.oauth2(), "payment-notices", notices.http().token(),
                bundle == null ? null : () -> tls.getObject().getBundle(bundle).createSslContext(), clock);
        return PaymentsOverHttp.client(PaymentNotices.class, call.to(platform, READ));
    }

    private Optional<Waiting> claim() {
        Instant now = clock.instant();
        return sql.sql(
                        """
                        update payments.notice set tries = tries + 1, next_try = :lease
                         where id = (select n.id from payments.notice n
                                      where n.delivered_at is null and n.next_try <= :now
                                        and not exists (select 1 from payments.notice earlier
                                                         where earlier.bill_id = n.bill_id and earlier.sequence < n.sequence
                                                           and earlier.delivered_at is null)
                                      order by n.next_try limit 1 for update skip locked)
                        returning id, kind, body, tries, bill_id, sequence, payment_id
                        """)
                .param("lease", Utc.column(now.plus(settings.lease())))
                .param("now", Utc.column(now))
                .query((row, number) -> new Waiting(
                        row.getObject("id", UUID.class), row.getString("kind"), row.getString("body"), row.getInt("tries"),
                        row.getObject("bill_id", UUID.class),
                        row.getInt("sequence"),
                        row.getObject("payment_id", UUID.class)))
                .optional();
    }

    private PaymentNotice posted(Waiting notice) {
        return notice.paymentId() == null || notice.billId() == null
                ? Outbox.JSON.readValue(notice.body(), PaymentNotice.class)
                : outbox.settled(notice.id(), notice.sequence(), notice.billId(), notice.paymentId());
    }

    private void deliver(Waiting notice, PaymentNotices receiver) {
        try {
            switch (notice.kind()) {
                case Outbox.POSTED -> receiver.paymentPosted(posted(notice));
                case Outbox.REFUND -> receiver.refundEnded(Outbox.JSON.readValue(notice.body(), RefundNotice.class));
                default -> receiver.paymentException(Outbox.JSON.readValue(notice.body(), DiscrepancyNotice.class));
            }
        } catch (RuntimeException e) {
            LOG.warn("The platform didn't acknowledge notice {} (try {})", notice.id(), notice.tries(), e);
            writeFrom = clock.instant().plus(settings.retryFirst());
            sql.sql("update payments.notice set next_try = ?, last_error = ? where id = ?")
                    .params(
                            Utc.column(clock.instant().plus(settings.pauseAfter(notice.tries()))),
                            String.valueOf(e.getMessage()),
                            notice.id())
                    .update();
            return;
        }
        sql.sql("update payments.notice set delivered_at = ?, last_error = null where id = ?")
                .params(Utc.column(clock.instant()), notice.id())
                .update();
    }
}
