package org.anuyat.portal.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.anuyat.testing.FormBrowser.Page;

/** Somebody who fills in the form for food premises, page by page, and gives every step's address. */
record Applicant(Browser browser) {

    private static final List<String> DOCUMENTS =
            List.of("placeConsent", "buildingEvidence", "medicalCertificates", "locationMap", "sanitationPlan");

    String started() {
        Page draft = browser.post("/services/food-licence/start", Map.of());
        assertThat(draft.status()).isEqualTo(302);
        return draft.location();
    }

    String answered() {
        String draft = started();
        pages().forEach((page, fields) -> {
            Page saved = savePage(draft, page, fields);
            assertThat(saved.status()).as(page + "\n" + saved.body()).isEqualTo(302);
        });
        return draft;
    }

    String ready() {
        String draft = answered();
        DOCUMENTS.forEach(key -> assertThat(browser.upload(
                                draft + "/documents/" + key, key + ".png", "image/png", picture())
                        .status())
                .isEqualTo(302));
        return draft;
    }

    String declared(String draft) {
        Page declaration = browser.get(draft + "/declaration");
        return browser.post(draft + "/declaration", form("version", declaration.hidden("version"), "accepted", "yes"))
                .location();
    }

    Page savePage(String draft, String page, Map<String, List<String>> fields) {
        String version = browser.get(draft + "/pages/" + page).hidden("_version");
        return browser.post(draft + "/pages/" + page, with(fields, "_version", version));
    }

    static String version(String confirmLocation) {
        return confirmLocation.replaceAll(".*version=", "");
    }

    static byte[] picture() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, List<String>> form(String... namesAndValues) {
        return with(Map.of(), namesAndValues);
    }

    static Map<String, List<String>> with(Map<String, List<String>> form, String... namesAndValues) {
        Map<String, List<String>> more = new LinkedHashMap<>(form);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            more.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return more;
    }

    static Map<String, Map<String, List<String>>> pages() {
        Map<String, Map<String, List<String>>> pages = new LinkedHashMap<>();
        pages.put("who", form(
                "applicant.capacity", "SELF", "applicant.prefix", "MISS", "applicant.fullName", "สมหญิง ใจดี",
                "applicant.age", "35", "applicant.nationality", "ไทย", "applicant.citizenId", "1-1017-00230-70-8"));
        pages.put("home", with(address("applicant.address"),
                "applicant.phone", "081-234-5678", "applicant.fax", "", "applicant.email", "somying@example.com"));
        pages.put("premises", with(address("place.address"),
                "place.type", "SELL", "place.nameTh", "ครัวสมหญิง", "place.nameEn", "Somying Kitchen",
                "place.areaSqm", "250.5", "place.ownership", "RENT", "place.ownerName", "นายมั่ง มีที่"));
        pages.put("operation", form(
                "business.requestKind", "NEW", "business.previousLicence", "", "business.year", "2569",
                "business.foodType", "COOKED", "business.foodDetail", "อาหารตามสั่ง", "business.otherLicence", "NO",
                "business.manager", ""));
        pages.put("staff", form(
                "business.handlers[0].name", "นายปรุง รสดี", "business.handlers[0].duty", "COOK",
                "business.handlers[0].examinedOn.day", "1", "business.handlers[0].examinedOn.month", "11",
                "business.handlers[0].examinedOn.year", "2569"));
        return pages;
    }

    private static Map<String, List<String>> address(String prefix) {
        return form(
                prefix + ".houseNo", "99/1", prefix + ".moo", "4", prefix + ".soi", "", prefix + ".road", "ห้วยแก้ว",
                prefix + ".tambon", "สุเทพ", prefix + ".amphoe", "เมืองเชียงใหม่", prefix + ".province", "เชียงใหม่",
                prefix + ".postcode", "50200");
    }
}
