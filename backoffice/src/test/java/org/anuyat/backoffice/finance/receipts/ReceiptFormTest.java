package org.anuyat.backoffice.finance.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is left of what an officer types. */
class ReceiptFormTest {

    @Test
    void a_name_of_control_characters_is_none() {
        ReceiptForm form = new ReceiptForm(ReceiptForm.REPLACE, "", "WRONG_NAME", " \u0007\u0000\t", "9 หมู่ 2\n ตำบลตัวอย่าง\u000b10110");

        assertThat(form.payer()).isEmpty();
        assertThat(form.address()).isEqualTo("9 หมู่ 2 ตำบลตัวอย่าง 10110");
    }
}
