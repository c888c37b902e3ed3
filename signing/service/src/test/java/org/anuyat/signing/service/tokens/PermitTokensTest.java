package org.anuyat.signing.service.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.api.token.PermitFacts;
import org.anuyat.signing.api.token.PermitTokens;
import org.anuyat.signing.api.token.TokenReason;
import org.anuyat.signing.api.token.TokenReport;
import org.anuyat.signing.api.token.TokenText;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.signing.service.SigningService;
import org.anuyat.signing.service.demonstration.RevocationAnswers;
import org.anuyat.signing.service.keys.KeyUse;
import org.anuyat.signing.service.keys.SealKeyring;
import org.anuyat.signing.validation.token.Tokens;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.cbor.CBORMapper;

@SpringBootTest(
        classes = SigningService.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"anuyat.mode=demonstration", "anuyat.signing.home=target/signing-test/${random.uuid}"})
class PermitTokensTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Bangkok"));

    @Autowired
    PermitTokens tokens;

    @Autowired
    SealKeyring keys;

    @Autowired
    RevocationAnswers revocations;

    @Test
    void a_token_says_what_the_permit_says_under_the_agency_s_key() {
        PermitFacts facts = facts("TYM", TODAY);

        TokenText token = tokens.issue(facts);
        TokenReport report = tokens.check(token);

        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(report.reason()).isNull();
        assertThat(report.facts()).isEqualTo(facts);
        assertThat(report.demonstration()).isTrue();
        assertThat(tokens.check(new TokenText("https://permits.example.go.th/verify/" + token.text())).verdict())
                .isEqualTo(Verdict.VALID);
        assertThat(tokens.certificates("TYM"))
                .hasSize(3)
                .first()
                .usingRecursiveComparison()
                .isEqualTo(report.certificate());
    }

    @Test
    void another_program_that_knows_cose_can_verify_it() throws Exception {
        byte[] bytes = bytes(tokens.issue(facts("TYM", TODAY)));
        CBORMapper cbor = new CBORMapper();
        JsonNode sign1 = cbor.readTree(bytes);

        // by hand: tag 18, then an array of four (RFC 9052), and the structure that is signed
        assertThat(bytes[0] & 0xff).isEqualTo(0xd2);
        assertThat(sign1.size()).isEqualTo(4);
        byte[] header = sign1.get(0).binaryValue();
        byte[] payload = sign1.get(2).binaryValue();
        assertThat(header).startsWith(0xa2, 0x01, 0x26, 0x04, 0x48);
        byte[] toBeSigned = cbor.writeValueAsBytes(new Object[] {"Signature1", header, new byte[0], payload});
        Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifier.initVerify(CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(
                        tokens.certificates("TYM").get(0).der())));
        verifier.update(toBeSigned);
        assertThat(verifier.verify(sign1.get(3).binaryValue())).isTrue();
    }

    @Test
    void no_changed_byte_passes() {
        byte[] token = bytes(tokens.issue(facts("TYM", TODAY)));
        Random random = new Random(2569);
        for (int i = 0; i < token.length; i++) {
            byte[] changed = token.clone();
            changed[i] ^= (byte) (1 << random.nextInt(8));
            assertThat(tokens.check(text(changed)).verdict()).as("byte " + i).isNotEqualTo(Verdict.VALID);
        }
    }

    @Test
    void what_is_no_token_is_called_that() {
        for (String text : new String[] {"", "/", "A", "NOTATOKEN", "๑๒๓", "A".repeat(5000), "https://example.go.th/"}) {
            assertThat(tokens.check(new TokenText(text)).reason()).isEqualTo(TokenReason.NOT_A_TOKEN);
        }
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            byte[] garbage = new byte[random.nextInt(300) + 1];
            random.nextBytes(garbage);
            assertThat(tokens.check(text(garbage)).reason()).isEqualTo(TokenReason.NOT_A_TOKEN);
        }
    }

    @Test
    void another_agency_s_key_does_not_count() {
        tokens.issue(facts("TYM", TODAY));
        tokens.issue(facts("BMA", TODAY));
        TokenText forged = Tokens.issue(
                facts("TYM", TODAY),
                keys.of("BMA", KeyUse.TOKEN).certificate(),
                keys.of("BMA", KeyUse.TOKEN)::sign);

        assertThat(tokens.check(forged).reason()).isEqualTo(TokenReason.OTHER_AGENCY);
        assertThat(tokens.check(forged).verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void a_day_of_issue_before_the_certificate_s_is_refused() {
        assertThat(tokens.check(tokens.issue(facts("TYM", TODAY.minusYears(3)))).reason())
                .isEqualTo(TokenReason.CERTIFICATE_NOT_VALID);
    }

    @Test
    void a_revoked_key_is_refused() {
        TokenText token = tokens.issue(facts("revoked", TODAY));
        revocations.revoke(keys.of("revoked", KeyUse.TOKEN).certificate());

        assertThat(tokens.check(token).reason()).isEqualTo(TokenReason.CERTIFICATE_REVOKED);
    }

    @Test
    void bounds_hold() {
        PermitFacts good = facts("TYM", TODAY);
        assertRefused(new PermitFacts("TYM", "", good.kind(), good.holder(), TODAY, null, good.id()));
        assertRefused(new PermitFacts("TYM", "1", good.kind(), "ก".repeat(201), TODAY, null, good.id()));
        assertRefused(new PermitFacts("TYM", "1", good.kind(), good.holder(), TODAY, null, "no base64!"));
    }

    private void assertRefused(PermitFacts facts) {
        assertThatThrownBy(() -> tokens.issue(facts))
                .isInstanceOfSatisfying(
                        SigningRefusal.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(SigningProblem.BAD_ORDER));
    }

    private static PermitFacts facts(String agency, LocalDate issued) {
        return new PermitFacts(
                agency,
                "TYM-FL 12/2569",
                "ใบอนุญาตจัดตั้งสถานที่จำหน่ายอาหาร",
                "นางสาวสมหญิง ใจดีมีสุข",
                issued,
                issued.plusYears(1).minusDays(1),
                "AAECAwQFBgcICQoLDA0ODw");
    }

    private static byte[] bytes(TokenText token) {
        return Base32.decode(token.text() + "=".repeat((8 - token.text().length() % 8) % 8));
    }

    private static TokenText text(byte[] token) {
        return new TokenText(Base32.toBase32String(token).replace("=", ""));
    }
}
