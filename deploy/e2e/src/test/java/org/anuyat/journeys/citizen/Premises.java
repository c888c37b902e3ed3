package org.anuyat.journeys.citizen;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an applicant for the licence of a food premises over 200 m² answers, page by page, in the words of the form. */
public final class Premises {

    /** The documents that everybody attaches who rents the premises. */
    public static final List<String> DOCUMENTS = List.of(
            "หนังสือยินยอมให้ใช้สถานที่หรือสัญญาเช่าสถานที่",
            "หลักฐานแสดงการใช้อาคาร เช่น ใบอนุญาตก่อสร้าง (อ.1) หรือใบรับรองการใช้อาคาร",
            "ใบรับรองแพทย์ของผู้สัมผัสอาหาร",
            "แผนที่ตั้งโดยสังเขป",
            "แผนผังหรือภาพถ่ายแสดงสุขลักษณะ การกำจัดของเสีย และความปลอดภัย");

    private Premises() {}

    /** The titles of the pages, in order, each with its questions and answers. */
    public static Map<String, Map<String, String>> answers(String nameOfPremises) {
        Map<String, Map<String, String>> pages = new LinkedHashMap<>();
        pages.put("ผู้ขออนุญาต", inOrder("ท่านยื่นคำขอในฐานะใด", "บุคคลธรรมดา ยื่นคำขอด้วยตนเอง"));
        pages.put("ที่อยู่และการติดต่อ", address("99/1"));
        Map<String, String> premises = inOrder(
                "ประเภทสถานที่", "สถานที่จำหน่ายอาหาร",
                "ชื่อสถานประกอบการ", nameOfPremises,
                "ชื่อสถานประกอบการภาษาอังกฤษ", "Somchai Kitchen",
                "พื้นที่ประกอบการ", "250.5",
                "กรรมสิทธิ์ในสถานที่", "เช่า",
                "ชื่อเจ้าของสถานที่", "นายมั่ง มีที่");
        premises.putAll(address("12/3"));
        pages.put("สถานประกอบการ", premises);
        pages.put("การประกอบกิจการ", inOrder(
                "ประเภทคำขอ", "ขอรับใบอนุญาตใหม่",
                "ประจำปี พ.ศ.", "2569",
                "ประเภทอาหาร", "อาหารปรุงสำเร็จ",
                "รายละเอียดอาหารที่จำหน่ายหรือสะสม", "อาหารตามสั่งและก๋วยเตี๋ยว",
                "มีใบอนุญาตตามกฎหมายอื่นที่เกี่ยวข้องหรือไม่", "ไม่มี"));
        pages.put("ผู้สัมผัสอาหาร", inOrder(
                "ชื่อ-สกุล", "นายปรุง รสดี",
                "หน้าที่", "เตรียมหรือปรุงอาหาร",
                "วันที่ตรวจสุขภาพ", "1 พ.ย. 2569"));
        return pages;
    }

    private static Map<String, String> address(String houseNumber) {
        return inOrder(
                "เลขที่", houseNumber,
                "หมู่ที่", "4",
                "ถนน", "ห้วยแก้ว",
                "ตำบล/แขวง", "สุเทพ",
                "อำเภอ/เขต", "เมืองเชียงใหม่",
                "จังหวัด", "เชียงใหม่",
                "รหัสไปรษณีย์", "50200");
    }

    private static Map<String, String> inOrder(String... questionsAndAnswers) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (int i = 0; i < questionsAndAnswers.length; i += 2) {
            answers.put(questionsAndAnswers[i], questionsAndAnswers[i + 1]);
        }
        return answers;
    }
}
