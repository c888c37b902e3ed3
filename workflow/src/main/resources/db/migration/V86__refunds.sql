-- Money goes back to its payer when one finance officer proposes it and another officer approves; the bank has the last word.

create table refund_proposal (
    id                 uuid primary key,
    agency             text        not null,
    application_number text,
    bank               text        not null,
    transaction_id     text        not null,
    received_satang    bigint      not null check (received_satang > 0),
    amount_satang      bigint      not null check (amount_satang > 0 and amount_satang <= received_satang),
    reason             text        not null,
    state              text        not null check (state in ('PROPOSED', 'DECLINED', 'APPROVED', 'DONE', 'REFUSED')),
    proposed_at        timestamptz not null,
    proposed_by        text        not null,
    proposed_by_name   text        not null,
    decided_at         timestamptz,
    decided_by         text,
    decided_by_name    text,
    decision_reason    text,
    refund_id          uuid,
    ended_at           timestamptz,
    bank_reference     text,
    refusal            text,
    constraint refund_by_two_officers check (decided_by is null or decided_by <> proposed_by),
    constraint refund_decided check ((state = 'PROPOSED') = (decided_at is null)
        and (decided_at is null) = (decided_by is null) and (decided_at is null) = (decided_by_name is null)),
    constraint refund_ended check ((state in ('DONE', 'REFUSED')) = (ended_at is not null))
);
-- one at a time for a payment
create unique index refund_under_way on refund_proposal (bank, transaction_id) where state in ('PROPOSED', 'APPROVED');
create index refund_of_agency on refund_proposal (agency, proposed_at desc);
create index refund_waiting on refund_proposal (agency) where state = 'PROPOSED';

alter table fee_bill
    drop constraint fee_bill_state_check,
    drop constraint paid_with_evidence,
    add column refunded_at timestamptz,
    add constraint fee_bill_state_check check (state in ('OPEN', 'PAID', 'LAPSED', 'CANCELLED', 'REFUNDED')),
    add constraint paid_with_evidence check ((state in ('PAID', 'REFUNDED')) = (bank is not null and transaction_id is not null
        and paid_at is not null and paid_satang is not null)),
    add constraint refunded_at_a_time check ((state = 'REFUNDED') = (refunded_at is not null));
