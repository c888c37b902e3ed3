package org.anuyat.portal.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import org.anuyat.signing.api.validation.Reason;
import org.anuyat.signing.api.validation.SignatureFinding;
import org.anuyat.signing.api.validation.ValidationReport;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.workflow.registry.PermitStatus;
import org.anuyat.workflow.registry.RegisterEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The headline says what is wrong, and of several things the one that matters most. */
class DocumentVerdictTest {

    @Test
    void what_the_register_says_of_the_permit_holds_when_the_signature_could_not_be_examined_in_time() {
        assertThat(of(PermitStatus.REVOKED, Reason.TOO_COMPLEX)).isEqualTo(DocumentVerdict.GENUINE_REVOKED);
        assertThat(of(PermitStatus.REVOKED)).isEqualTo(DocumentVerdict.GENUINE_REVOKED);
        assertThat(of(PermitStatus.SUSPENDED, Reason.TOO_COMPLEX)).isEqualTo(DocumentVerdict.GENUINE_NOT_VALID);
        assertThat(of(PermitStatus.EXPIRED, Reason.CERTIFICATE_REVOKED)).isEqualTo(DocumentVerdict.GENUINE_NOT_VALID);
        assertThat(of(PermitStatus.VALID, Reason.TOO_COMPLEX)).isEqualTo(DocumentVerdict.GENUINE_SEAL_UNCONFIRMED);
    }

    @Test
    void a_revoked_certificate_and_an_untrusted_signer_are_told_apart_from_what_cannot_be_confirmed() {
        assertThat(of(PermitStatus.VALID, Reason.CERTIFICATE_REVOKED)).isEqualTo(DocumentVerdict.GENUINE_SEAL_REVOKED);
        assertThat(of(null, Reason.CERTIFICATE_REVOKED)).isEqualTo(DocumentVerdict.SIGNER_REVOKED);
        assertThat(of(null, Reason.UNTRUSTED_SIGNER)).isEqualTo(DocumentVerdict.SIGNER_UNTRUSTED);
        assertThat(of(null, Reason.REVOCATION_UNKNOWN)).isEqualTo(DocumentVerdict.NOT_TRUSTED);
        assertThat(of(null, Reason.UNTRUSTED_SIGNER, Reason.PAGES_CHANGED)).isEqualTo(DocumentVerdict.CHANGED);
        assertThat(of((PermitStatus) null)).isEqualTo(DocumentVerdict.SIGNED_NOT_REGISTERED);
    }

    @Test
    void a_revoked_certificate_of_the_approver_is_not_told_as_that_of_the_seal() {
        SignatureFinding good = finding(SignatureFinding.Kind.SIGNATURE);
        SignatureFinding revoked = finding(SignatureFinding.Kind.SIGNATURE, Reason.CERTIFICATE_REVOKED);
        SignatureFinding stamp = finding(SignatureFinding.Kind.DOCUMENT_TIME_STAMP);
        assertThat(of(revoked, good)).isEqualTo(DocumentVerdict.GENUINE_SIGNER_REVOKED);
        assertThat(of(revoked, good, stamp)).isEqualTo(DocumentVerdict.GENUINE_SIGNER_REVOKED);
        assertThat(of(good, revoked, stamp)).isEqualTo(DocumentVerdict.GENUINE_SEAL_REVOKED);
        assertThat(of(revoked, revoked)).isEqualTo(DocumentVerdict.GENUINE_SEAL_REVOKED);
    }

    @Test
    void each_has_its_words_in_both_languages() {
        for (String language : new String[] {"th", "en"}) {
            Set<String> keys = ResourceBundle.getBundle("messages/verify", new Locale(language)).keySet();
            for (DocumentVerdict verdict : EnumSet.allOf(DocumentVerdict.class)) {
                assertThat(keys).contains("verify.verdict." + verdict, "verify.verdict." + verdict + ".text");
            }
        }
    }

    private static DocumentVerdict of(@Nullable PermitStatus status, Reason... reasons) {
        Verdict verdict = List.of(reasons).stream().map(Reason::verdict).reduce(Verdict.VALID, Verdict::worst);
        return DocumentVerdict.of(
                new ValidationReport(verdict, List.of(reasons), List.of(), "0".repeat(64), Instant.EPOCH, false, null),
                status == null ? null : entry(status));
    }

    private static DocumentVerdict of(SignatureFinding... findings) {
        return DocumentVerdict.of(
                new ValidationReport(
                        Verdict.INDETERMINATE,
                        List.of(Reason.CERTIFICATE_REVOKED),
                        List.of(findings),
                        "0".repeat(64),
                        Instant.EPOCH,
                        false,
                        null),
                entry(PermitStatus.VALID));
    }

    private static SignatureFinding finding(SignatureFinding.Kind kind, Reason... reasons) {
        return new SignatureFinding(
                kind, "นายนายก อนุญาต", "", "", "", List.of(), null, null, "PAdES-BASELINE-T", 1, false, List.of(),
                reasons.length == 0 ? Verdict.VALID : Verdict.INDETERMINATE, List.of(reasons));
    }

    private static RegisterEntry entry(PermitStatus status) {
        LocalDate day = LocalDate.of(2026, 11, 21);
        return new RegisterEntry(
                "1/2569", "TYM", "food-premises", 1, "นางสาวนิดา", day, day.plusYears(1), "AAAA", Map.of(), status, day, null);
    }
}
