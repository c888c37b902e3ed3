create table agency (
    code       text primary key check (code ~ '^[A-Z]{2,8}$'),
    name_th    text not null,
    name_en    text not null,
    address_th text not null,
    address_en text not null,
    phone      text not null,
    email      text not null,
    website    text not null,
    emblem     text
);

comment on table agency is 'หน่วยงานของรัฐที่ใช้ระบบนี้';

-- two municipalities that do not exist: an installation replaces them by its own
insert into agency (code, name_th, name_en, address_th, address_en, phone, email, website) values
    ('TYM', 'เทศบาลเมืองตัวอย่าง', 'Tuayang Town Municipality',
     'สำนักงานเทศบาลเมืองตัวอย่าง เลขที่ 1 ถนนเทศบาล 1 ตำบลตัวอย่าง อำเภอเมือง จังหวัดตัวอย่าง 10000',
     '1 Thetsaban 1 Road, Tuayang Subdistrict, Mueang District, Tuayang Province 10000',
     '0 2000 0000', 'saraban@tym.example.go.th', 'https://tym.example.go.th'),
    ('TYN', 'เทศบาลตำบลตัวอย่างเหนือ', 'Tuayang Nuea Subdistrict Municipality',
     'สำนักงานเทศบาลตำบลตัวอย่างเหนือ เลขที่ 9 หมู่ที่ 2 ตำบลตัวอย่างเหนือ อำเภอเมือง จังหวัดตัวอย่าง 10000',
     '9 Moo 2, Tuayang Nuea Subdistrict, Mueang District, Tuayang Province 10000',
     '0 2000 0099', 'saraban@tyn.example.go.th', 'https://tyn.example.go.th');
