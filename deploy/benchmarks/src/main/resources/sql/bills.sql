-- bills that wait for calls (reference 1…) and for the end-of-day file (reference 2…), and the payments that the make-believe bank took
create or replace function bench_bills(prefix text, many integer) returns void language sql as $$
  with presented as (
  insert into payments.bill (id, idempotency_key, order_digest, agency, application_number, biller_name, description, payer_name, bank, biller_id,
    reference1, reference2, amount_satang, due, presented_at, qr_payload, barcode_payload)
  select gen_random_uuid(), 'bench-' || prefix || i, md5(i::text), 'TYM', 'TYM69-' || lpad(i::text, 6, '0') || '-00', 'เทศบาลเมืองตัวอย่าง',
         'ค่าธรรมเนียมใบอนุญาตจัดตั้งสถานที่จำหน่ายอาหาร', 'นายสมชาย ใจดี', 'sandbox', '099400099999200', prefix || lpad(i::text, 11, '0'), '20991231',
         10000, timestamptz '2099-12-31 16:59:59Z', now() - interval '2 days',
         '00020101021230630016A00000067701011201150994000999992000212' || prefix || lpad(i::text, 11, '0')
           || '03082099123153037645406100.005802TH63040000',
         '|099400099999200' || chr(13) || prefix || lpad(i::text, 11, '0') || chr(13) || '20991231' || chr(13) || '10000'
    from generate_series(1, many) i
  returning id)
  insert into payments.bill_standing (bill_id, state) select id, 'OPEN' from presented
$$
