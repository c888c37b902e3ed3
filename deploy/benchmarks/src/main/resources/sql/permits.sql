-- 50,000 issued permits, whose verification pages are asked for. Their documents don't exist: the page doesn't open them
insert into permit (number, agency, application_number, service_id, service_version, year, running, holder_id, holder_name,
                    issued_on, expires_on, token, particulars, prepared_at, unsealed_file, sealed_file, sealed_sha256, sealed_at,
                    issued_at)
select 'BENCH-' || i || '/2569', 'TYM', 'TYM69-' || lpad((800000 + i)::text, 6, '0') || '-00', 'food-licence', 1, 2569,
       500000 + i, 'nobody', 'นาย' || (array['สมชาย', 'วิชัย', 'ธนา', 'ประเสริฐ'])[1 + i % 4] || ' ใจดี',
       date '2026-06-01', date '2027-05-31', 'benchmark-' || lpad(i::text, 12, '0'),
       jsonb_build_object('placeName', 'ครัวตัวอย่าง ' || i, 'areaSqm', '250', 'search', 'ครัวตัวอย่าง ' || i), timestamptz '2026-06-01 02:00Z',
       gen_random_uuid(), gen_random_uuid(), encode(sha256(('benchmark ' || i)::bytea), 'hex'),
       timestamptz '2026-06-01 02:00Z', timestamptz '2026-06-01 02:00Z'
  from generate_series(1, 50000) i
