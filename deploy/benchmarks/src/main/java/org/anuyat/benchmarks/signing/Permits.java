package org.anuyat.benchmarks.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.anuyat.workflow.documents.DocumentSource;
import org.anuyat.workflow.documents.EmbeddedFile;
import org.anuyat.workflow.documents.Typesetter;

/** Permits of one page, typeset from the food licence's own template, no two alike. */
final class Permits {

    private static final String FOLDER = "/services/food-licence/";

    private final Typesetter typesetter = new Typesetter(Clock.systemUTC());
    private final String template = text(FOLDER + "documents/permit.html");

    byte[] make(int number) {
        String title = "ใบอนุญาตจัดตั้งสถานที่จำหน่ายอาหารหรือสถานที่สะสมอาหาร";
        DocumentSource source = DocumentSource.of(template, title + " เลขที่ TYM-%05d/2569".formatted(number))
                .author("เทศบาลเมืองตัวอย่าง")
                .data("title", title)
                .data("legalBasis", "มาตรา 38 และมาตรา 54 แห่งพระราชบัญญัติการสาธารณสุข พ.ศ. 2535")
                .data("number", "TYM-%05d/2569".formatted(number))
                .data("agency", "เทศบาลเมืองตัวอย่าง")
                .data("holder", "นายสมชาย ใจดี")
                .data("issuedOn", "21 พฤศจิกายน พ.ศ. 2569")
                .data("expiresOn", "20 พฤศจิกายน พ.ศ. 2570")
                .data("applicationNumber", "TYM69-%06d-11".formatted(number))
                .data("approver", "นายนายก อนุญาต")
                .data("approverPosition", "นายกเทศมนตรีเมืองตัวอย่าง")
                .data("approvedOn", "20 พฤศจิกายน พ.ศ. 2569")
                .data("signed", true)
                .data("digital", false)
                .data("signaturePicture", false)
                .data("conditions", List.of())
                .data("verificationUrl", "https://permits.example.go.th/verify/%016d".formatted(number))
                .data("verificationCode", "https://permits.example.go.th/verify/" + "A".repeat(400))
                .data(
                        "particulars",
                        Map.of(
                                "placeName", "ครัวใจดี สาขา " + number,
                                "placeType", "สถานที่จำหน่ายอาหาร",
                                "foodType", "อาหารปรุงสำเร็จ",
                                "placeAddress", "99/1 ถนนเจริญกรุง ตำบลตัวอย่าง อำเภอเมือง จังหวัดตัวอย่าง 10100",
                                "areaSqm", "250 ตารางเมตร"))
                .attach(new EmbeddedFile(
                        "permit.json",
                        "application/json",
                        "ข้อมูลใบอนุญาต",
                        "{\"number\":%d}".formatted(number).getBytes(StandardCharsets.UTF_8)))
                .build();
        return typesetter.typeset(source);
    }

    private static String text(String resource) {
        try (InputStream in = Permits.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
