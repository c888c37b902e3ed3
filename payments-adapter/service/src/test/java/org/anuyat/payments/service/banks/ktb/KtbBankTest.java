package org.anuyat.payments.service.banks.ktb;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.anuyat.payments.service.BankAccess;
import org.anuyat.payments.service.banks.calls.UnreadableReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KtbBankTest {

    private static BankAccess access(Map<String, String> dialect) {
        return new BankAccess(
                "ktb", "006", null, "user", "password", "a-secret-nobody-guesses", List.of(), null, null, null, Map.of(), dialect,
                Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    @Test
    void what_only_the_banks_sheet_says_must_be_set() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new KtbBank.Adapter().open(access(Map.of())))
                .withMessage("dialect.command-verify must be set");
        assertThatIllegalStateException()
                .isThrownBy(() -> new KtbBank.Adapter()
                        .open(access(Map.of("command-verify", "1", "command-confirm", "2", "command-cancel", "3"))))
                .withMessageContaining("dialect.answer-");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "plain text", "<a/>", "<Envelope/>", "<Envelope><Header/></Envelope>", "<Envelope><Body/></Envelope>", "<Envelope><Body><RequestCode>",
        "<!DOCTYPE Envelope><Envelope><Body><RequestCode/></Body></Envelope>"
    })
    void what_is_no_message_is_unreadable(String text) {
        assertThatThrownBy(() -> KtbEnvelope.read(text.getBytes(StandardCharsets.UTF_8))).isInstanceOf(UnreadableReport.class);
    }
}
