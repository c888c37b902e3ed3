package org.anuyat.payments.service.books;

import java.util.UUID;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.Utc;
import org.anuyat.payments.service.banks.BankTransaction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money that officers entered from the statement of the account. When an answer or a file of the bank names it later, it is the same money and
 * comes into the books no second time.
 */
@PaymentsPart("paymentsStatementMoney")
@Transactional(propagation = Propagation.MANDATORY)
class StatementMoney {

    private final JdbcClient sql;

    StatementMoney(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Whether the bank names money that is in the books by its statement; from then on both numbers stand for it. The transaction holds the
     * bill. A payment that the bank took after the statement's line was entered is another one.
     */
    boolean isNamedBy(BankTransaction money) {
        boolean any = sql.sql("select exists (select 1 from payments.bank_payment where statement and biller_id = ? and reference1 = ?)")
                .params(money.billerId(), money.reference1())
                .query(Boolean.class)
                .single();
        return any && (isNamed(money) || name(money));
    }

    private boolean isNamed(BankTransaction money) {
        return sql.sql("select exists (select 1 from payments.bank_payment where bank_code = ? and known_as = ?)")
                .params(money.bank(), money.transactionId())
                .query(Boolean.class)
                .single();
    }

    private boolean name(BankTransaction money) {
        return sql.sql(
                                """
                                update payments.bank_payment set known_as = :number
                                 where id = (
                                   select p.id from payments.bank_payment p
                                    where p.statement and p.known_as is null and p.bank_code = :bank and p.biller_id = :biller
                                      and p.reference1 = :reference1 and p.reference2 = :reference2 and p.amount_satang = :satang
                                      and :paidAt <= p.confirmed_at
                                      and abs(cast(p.paid_at at time zone 'Asia/Bangkok' as date)
                                              - cast(cast(:paidAt as timestamptz) at time zone 'Asia/Bangkok' as date)) <= 3
                                      and not exists (select 1 from payments.bank_payment q
                                                       where q.bank_code = :bank and q.transaction_id = :number)
                                    order by p.paid_at, p.id limit 1)
                                """)
                        .param("number", money.transactionId())
                        .param("bank", money.bank())
                        .param("biller", money.billerId())
                        .param("reference1", money.reference1())
                        .param("reference2", money.reference2())
                        .param("satang", money.amountSatang())
                        .param("paidAt", Utc.column(money.paidAt()))
                        .update()
                == 1;
    }

    /** Marks money that was just entered as the statement's. */
    UUID mark(String bankCode, String transactionId) {
        return sql.sql("update payments.bank_payment set statement = true where bank_code = ? and transaction_id = ? returning id")
                .params(bankCode, transactionId)
                .query(UUID.class)
                .single();
    }
}
