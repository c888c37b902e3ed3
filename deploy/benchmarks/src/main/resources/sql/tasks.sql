-- 100,000 open tasks of the demonstration municipality: a year of a large town's applications, none of them looked at yet
insert into worklist_task (application_number, agency, service_id, applicant_name, entered_at, received_at, kind, level, role,
                           due_at, opened_at)
select 'TYM69-' || lpad((500000 + i)::text, 6, '0') || '-00', 'TYM', 'food-licence',
       (array['นาย', 'นาง', 'นางสาว'])[1 + i % 3]
           || (array['สมชาย', 'สุดา', 'วิชัย', 'มาลี', 'ปราณี', 'ธนา', 'กมล', 'อรทัย', 'ประเสริฐ', 'จันทร์เพ็ญ', 'ชาญณรงค์'])[1 + i % 11]
           || ' ' || (array['ใจดี', 'รักไทย', 'แสงทอง', 'ศรีสุข', 'บุญมี', 'วงศ์ใหญ่', 'ทองดี'])[1 + i % 7]
           || (array['', 'สกุล', 'กุล', 'พงศ์', 'วัฒนา'])[1 + i % 5],
       timestamptz '2026-01-05 02:00Z' + i * interval '4 minutes',
       timestamptz '2026-01-05 02:00Z' + i * interval '4 minutes',
       case when i % 2 = 0 then 'CHECK' else 'REGISTER' end, 0,
       case when i % 2 = 0 then 'REVIEWER' else 'RECEIVING_OFFICER' end,
       timestamptz '2026-06-01 02:00Z' + i * interval '4 minutes',
       timestamptz '2026-01-05 02:00Z' + i * interval '4 minutes'
  from generate_series(1, 100000) i
