create table office_hours (
    agency  text not null references agency,
    weekday smallint not null check (weekday between 1 and 7),
    opens   time not null,
    closes  time not null,
    primary key (agency, weekday),
    check (closes > opens)
);

comment on table office_hours is 'เวลาราชการของแต่ละหน่วยงาน; weekday 1 = Monday; no row = no work on that day';

insert into office_hours (agency, weekday, opens, closes)
select code, weekday, '08:30', '16:30' from agency, generate_series(1, 5) weekday;

create table holiday (
    day     date not null,
    agency  text references agency,
    kind    text not null check (kind in ('OFFICIAL', 'COMPENSATION', 'SPECIAL', 'LOCAL')),
    name_th text not null,
    name_en text not null,
    source  text not null,
    unique nulls not distinct (day, agency)
);

comment on column holiday.agency is 'null = every agency';
comment on column holiday.source is 'cabinet resolution or Gazette; a year whose list was not yet announced says so';

insert into holiday (day, kind, name_th, name_en, source)
select day::date, kind, name_th, name_en,
       'มติคณะรัฐมนตรีเรื่องวันหยุดราชการประจำปี พ.ศ. 2569 (ตรวจสอบกับประกาศสำนักเลขาธิการคณะรัฐมนตรีก่อนใช้งานจริง)'
  from (values
    ('2026-01-01', 'OFFICIAL', 'วันขึ้นปีใหม่', 'New Year''s Day'),
    ('2026-01-02', 'SPECIAL', 'วันหยุดราชการเพิ่มเป็นกรณีพิเศษ', 'Special holiday'),
    ('2026-03-03', 'OFFICIAL', 'วันมาฆบูชา', 'Makha Bucha Day'),
    ('2026-04-06', 'OFFICIAL', 'วันพระบาทสมเด็จพระพุทธยอดฟ้าจุฬาโลกมหาราช และวันที่ระลึกมหาจักรีบรมราชวงศ์', 'Chakri Memorial Day'),
    ('2026-04-13', 'OFFICIAL', 'วันสงกรานต์', 'Songkran Festival'),
    ('2026-04-14', 'OFFICIAL', 'วันสงกรานต์', 'Songkran Festival'),
    ('2026-04-15', 'OFFICIAL', 'วันสงกรานต์', 'Songkran Festival'),
    ('2026-05-04', 'OFFICIAL', 'วันฉัตรมงคล', 'Coronation Day'),
    ('2026-05-13', 'OFFICIAL', 'วันพระราชพิธีพืชมงคลจรดพระนังคัลแรกนาขวัญ', 'Royal Ploughing Ceremony'),
    ('2026-05-31', 'OFFICIAL', 'วันวิสาขบูชา', 'Visakha Bucha Day'),
    ('2026-06-01', 'COMPENSATION', 'วันหยุดชดเชยวันวิสาขบูชา', 'In place of Visakha Bucha Day'),
    ('2026-06-03', 'OFFICIAL', 'วันเฉลิมพระชนมพรรษาสมเด็จพระนางเจ้าฯ พระบรมราชินี', 'Queen Suthida''s Birthday'),
    ('2026-07-28', 'OFFICIAL', 'วันเฉลิมพระชนมพรรษาพระบาทสมเด็จพระเจ้าอยู่หัว', 'HM the King''s Birthday'),
    ('2026-07-29', 'OFFICIAL', 'วันอาสาฬหบูชา', 'Asarnha Bucha Day'),
    ('2026-07-30', 'OFFICIAL', 'วันเข้าพรรษา', 'Buddhist Lent Day'),
    ('2026-08-12', 'OFFICIAL', 'วันคล้ายวันพระบรมราชสมภพสมเด็จพระบรมราชชนนีพันปีหลวง และวันแม่แห่งชาติ', 'Queen Mother Sirikit''s Birthday and Mother''s Day'),
    ('2026-10-13', 'OFFICIAL', 'วันนวมินทรมหาราช', 'King Bhumibol Memorial Day'),
    ('2026-10-23', 'OFFICIAL', 'วันปิยมหาราช', 'Chulalongkorn Day'),
    ('2026-12-05', 'OFFICIAL', 'วันคล้ายวันพระบรมราชสมภพ รัชกาลที่ 9 วันชาติ และวันพ่อแห่งชาติ', 'King Bhumibol the Great''s Birthday, National Day and Father''s Day'),
    ('2026-12-07', 'COMPENSATION', 'วันหยุดชดเชยวันคล้ายวันพระบรมราชสมภพ รัชกาลที่ 9 วันชาติ และวันพ่อแห่งชาติ', 'In place of 5 December'),
    ('2026-12-10', 'OFFICIAL', 'วันรัฐธรรมนูญ', 'Constitution Day'),
    ('2026-12-31', 'OFFICIAL', 'วันสิ้นปี', 'New Year''s Eve')
) as h (day, kind, name_th, name_en);

insert into holiday (day, kind, name_th, name_en, source)
select day::date, kind, name_th, name_en,
       'คำนวณล่วงหน้าตามระเบียบและปฏิทินจันทรคติ ยังต้องตรวจสอบกับประกาศวันหยุดราชการประจำปี พ.ศ. 2570'
  from (values
    ('2027-01-01', 'OFFICIAL', 'วันขึ้นปีใหม่', 'New Year''s Day'),
    ('2027-02-21', 'OFFICIAL', 'วันมาฆบูชา', 'Makha Bucha Day'),
    ('2027-02-22', 'COMPENSATION', 'วันหยุดชดเชยวันมาฆบูชา', 'In place of Makha Bucha Day'),
    ('2027-04-06', 'OFFICIAL', 'วันพระบาทสมเด็จพระพุทธยอดฟ้าจุฬาโลกมหาราช และวันที่ระลึกมหาจักรีบรมราชวงศ์', 'Chakri Memorial Day'),
    ('2027-04-13', 'OFFICIAL', 'วันสงกรานต์', 'Songkran Festival'),
    ('2027-04-14', 'OFFICIAL', 'วันสงกรานต์', 'Songkran Festival'),
    ('2027-04-15', 'OFFICIAL', 'วันสงกรานต์', 'Songkran Festival'),
    ('2027-05-04', 'OFFICIAL', 'วันฉัตรมงคล', 'Coronation Day'),
    ('2027-05-20', 'OFFICIAL', 'วันวิสาขบูชา', 'Visakha Bucha Day'),
    ('2027-06-03', 'OFFICIAL', 'วันเฉลิมพระชนมพรรษาสมเด็จพระนางเจ้าฯ พระบรมราชินี', 'Queen Suthida''s Birthday'),
    ('2027-07-18', 'OFFICIAL', 'วันอาสาฬหบูชา', 'Asarnha Bucha Day'),
    ('2027-07-19', 'OFFICIAL', 'วันเข้าพรรษา', 'Buddhist Lent Day'),
    ('2027-07-20', 'COMPENSATION', 'วันหยุดชดเชยวันอาสาฬหบูชา', 'In place of Asarnha Bucha Day'),
    ('2027-07-28', 'OFFICIAL', 'วันเฉลิมพระชนมพรรษาพระบาทสมเด็จพระเจ้าอยู่หัว', 'HM the King''s Birthday'),
    ('2027-08-12', 'OFFICIAL', 'วันคล้ายวันพระบรมราชสมภพสมเด็จพระบรมราชชนนีพันปีหลวง และวันแม่แห่งชาติ', 'Queen Mother Sirikit''s Birthday and Mother''s Day'),
    ('2027-10-13', 'OFFICIAL', 'วันนวมินทรมหาราช', 'King Bhumibol Memorial Day'),
    ('2027-10-23', 'OFFICIAL', 'วันปิยมหาราช', 'Chulalongkorn Day'),
    ('2027-10-25', 'COMPENSATION', 'วันหยุดชดเชยวันปิยมหาราช', 'In place of Chulalongkorn Day'),
    ('2027-12-05', 'OFFICIAL', 'วันคล้ายวันพระบรมราชสมภพ รัชกาลที่ 9 วันชาติ และวันพ่อแห่งชาติ', 'King Bhumibol the Great''s Birthday, National Day and Father''s Day'),
    ('2027-12-06', 'COMPENSATION', 'วันหยุดชดเชยวันคล้ายวันพระบรมราชสมภพ รัชกาลที่ 9 วันชาติ และวันพ่อแห่งชาติ', 'In place of 5 December'),
    ('2027-12-10', 'OFFICIAL', 'วันรัฐธรรมนูญ', 'Constitution Day'),
    ('2027-12-31', 'OFFICIAL', 'วันสิ้นปี', 'New Year''s Eve')
) as h (day, kind, name_th, name_en);

