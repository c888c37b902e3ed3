package org.anuyat.payments.service.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ThaiQrVectorsTest {

    private static final JsonNode FILE = file();
    private static final List<String> WRITTEN_ORDER = List.of("00", "01", "29", "30", "53", "54", "58", "62", "63");

    private static JsonNode file() {
        try (InputStream json = ThaiQrVectorsTest.class.getResourceAsStream("/qr/qr_vectors.json")) {
            return JsonMapper.shared().readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    record Vector(String kind, String payload, boolean crcValid, JsonNode json) {

        String crcTag() {
            return kind.equals("slip_verify") ? SlipQr.CRC : MerchantCode.CRC;
        }

        String tag(String tag) {
            return json.path("tags").path(tag).asString("");
        }

        /** The first rule that the code breaks although its structure is sound; empty when it keeps all. */
        String brokenTag() {
            boolean bill = kind.startsWith("bill");
            if (!kind.equals("slip_verify") && !tag("53").equals("764")) {
                return "53";
            }
            if (!kind.equals("slip_verify") && !tag("58").equals("TH")) {
                return "58";
            }
            if (bill && json.path("sub30").path("01").asString("").length() != 15) {
                return "30-01";
            }
            return tag("54").equals("0.00") ? "54" : "";
        }

        boolean inWrittenOrder() {
            List<String> tags = DataObject.read(payload).stream().map(DataObject::tag).toList();
            return tags.equals(WRITTEN_ORDER.stream().filter(tags::contains).toList());
        }

        @Override
        public String toString() {
            return payload;
        }
    }

    static Stream<Vector> vectors() {
        return FILE.path("vectors").valueStream().map(json -> new Vector(
                json.path("kind").asString(), json.path("payload").asString(), json.path("crcValid").asBoolean(), json));
    }

    static Stream<Vector> sealedVectors() {
        return vectors().filter(Vector::crcValid);
    }

    static Stream<Vector> sound() {
        return sealedVectors().filter(vector -> vector.brokenTag().isEmpty());
    }

    static Stream<Vector> unsound() {
        return sealedVectors().filter(vector -> !vector.brokenTag().isEmpty());
    }

    @Test
    void all45VectorsAreThere() {
        assertThat(vectors()).hasSize(45);
        assertThat(Crc16.of("123456789")).isEqualTo("29B1");
    }

    @ParameterizedTest
    @MethodSource("sealedVectors")
    void everyVectorReadsIntoItsFieldsAndIsWrittenBackByteByByte(Vector vector) {
        List<DataObject> objects = SealedText.open(vector.payload(), vector.crcTag());
        StringBuilder text = new StringBuilder();
        for (DataObject object : objects) {
            assertThat(object.value()).isEqualTo(vector.tag(object.tag()));
            text.append(DataObject.write(object.tag(), object.value()));
        }
        assertThat(SealedText.seal(text.toString(), vector.crcTag())).isEqualToIgnoringCase(vector.payload());
    }

    @ParameterizedTest
    @MethodSource("sound")
    void aSoundCodeSurvivesReadingAndWriting(Vector vector) {
        switch (vector.kind()) {
            case "credit_transfer_tag29" -> {
                CreditTransferQr code = CreditTransferQr.parse(vector.payload());
                assertThat(CreditTransferQr.parse(code.payload())).isEqualTo(code);
                if (vector.inWrittenOrder()) {
                    assertThat(code.payload()).isEqualTo(vector.payload());
                }
            }
            case "bill_payment_tag30" -> {
                BillPaymentQr code = BillPaymentQr.parse(vector.payload());
                assertThat(BillPaymentQr.parse(code.payload())).isEqualTo(code);
                if (vector.inWrittenOrder()) {
                    assertThat(code.payload()).isEqualTo(vector.payload());
                }
            }
            default -> assertThat(SlipQr.parse(vector.payload()).payload()).isEqualTo(vector.payload());
        }
    }

    @ParameterizedTest
    @MethodSource("unsound")
    void aCodeThatBreaksARuleIsRefusedNamingTheField(Vector vector) {
        MalformedQr refusal = catchThrowableOfType(MalformedQr.class, () -> {
            if (vector.kind().startsWith("bill")) {
                BillPaymentQr.parse(vector.payload());
            } else {
                CreditTransferQr.parse(vector.payload());
            }
        });
        assertThat(refusal.tag()).isEqualTo(vector.brokenTag());
        String broken = vector.brokenTag();
        assertThat(vector.payload().substring(refusal.offset())).startsWith(broken.substring(broken.length() - 2));
    }

    @Test
    void aWrongCrcIsRefusedSayingWhatItShouldBe() {
        List<Vector> wrong = vectors().filter(vector -> !vector.crcValid()).toList();
        assertThat(wrong).hasSize(3).allSatisfy(vector -> {
            MalformedQr refusal =
                    catchThrowableOfType(MalformedQr.class, () -> CreditTransferQr.parse(vector.payload()));
            assertThat(refusal.tag()).isEqualTo("63");
            assertThat(refusal.offset()).isEqualTo(vector.payload().length() - 8);
            assertThat(refusal.why()).contains("should be " + vector.json().path("crcExpected").asString());
        });
    }

    @Test
    void aBillsCodeIsWrittenAsComputedByTheRules() {
        assertThat(FILE.path("computedHere").valueStream()).hasSize(4).allSatisfy(json -> {
            String amount = json.path("amount").asStringOpt().orElse(null);
            BillPaymentQr code = new BillPaymentQr(
                    amount != null,
                    BillPaymentQr.Scheme.DOMESTIC,
                    json.path("biller").asString(),
                    json.path("ref1").asString(),
                    json.path("ref2").asStringOpt().orElse(null),
                    amount == null ? null : new BigDecimal(amount).movePointRight(2).longValueExact(),
                    json.path("ref3").asStringOpt().orElse(null));
            String payload = json.path("payload").asString();
            BillPaymentQr read = BillPaymentQr.parse(payload);
            assertThat(read.payload()).isEqualTo(payload);
            assertThat(code.payload().substring(16)).startsWith(payload.substring(16, payload.length() - 4));
            assertThat(read).usingRecursiveComparison().ignoringFields("dynamic").isEqualTo(code);
        });
    }

    @Test
    void barcodesReadAndWriteTheSameText() {
        assertThat(FILE.path("botBarcodeText").valueStream()).hasSize(2).allSatisfy(json -> {
            BillPaymentBarcode barcode = BillPaymentBarcode.parse(json.path("text").asString());
            assertThat(barcode.payload()).isEqualTo(json.path("text").asString());
            assertThat(barcode.amountSatang()).isEqualTo(json.path("amountSatang").asLong());
        });
        assertThatThrownBy(() -> BillPaymentBarcode.parse("|09940001655010\rA\r\r0"))
                .isInstanceOf(MalformedQr.class)
                .hasMessageContaining("biller ID at 0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "'';tag – at 0: the text is empty",
        "0002;tag 00 at 0: length 2 runs 2 characters over the end",
        "000201x102;tag – at 6: tag is not two digits: x1",
        "00020101xx11;tag 01 at 6: length is not two digits: xx",
        "0002010002016304AAAA;tag 00 at 6: appears twice",
        "0002010;tag – at 6: the text ends within tag and length",
        "000201;tag 63 at 6: is missing: the CRC must come last",
        "0002ก16304AAAA;tag 00 at 0: character 1 of the value is not printable ASCII"
    })
    void damageIsRefusedWithItsPlace(String text, String message) {
        assertThatThrownBy(() -> BillPaymentQr.parse(text))
                .isInstanceOf(MalformedQr.class)
                .hasMessageContaining(message);
    }
}
