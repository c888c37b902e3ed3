-- addresses under .example belong to nobody (RFC 2606); nobody shall write to a real office by mistake
update agency
   set name_en = 'Tua Yang Town Municipality',
       address_en = '1 Thetsaban 1 Road, Tua Yang Subdistrict, Mueang District, Tua Yang Province 10000',
       phone = '02 555 1000', email = 'saraban@tym.example', website = 'https://tym.example'
 where code = 'TYM';
update agency
   set name_en = 'Tua Yang Nuea Subdistrict Municipality',
       address_en = '9 Moo 2, Tua Yang Nuea Subdistrict, Mueang District, Tua Yang Province 10000',
       phone = '02 555 1099', email = 'saraban@tyn.example', website = 'https://tyn.example'
 where code = 'TYN';
