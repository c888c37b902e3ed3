package org.anuyat.kit.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.anuyat.kit.DateAnswer;
import org.anuyat.kit.Field;
import org.anuyat.kit.Link;
import org.anuyat.kit.Look;
import org.anuyat.kit.Option;
import org.anuyat.kit.Problem;
import org.anuyat.kit.part.Column;
import org.anuyat.kit.part.Milestone;
import org.anuyat.kit.part.Pages;
import org.anuyat.kit.part.Row;
import org.anuyat.kit.part.Tag;
import org.anuyat.kit.part.Task;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SamplePage {

    @GetMapping("/sample")
    String sample(Model model) {
        List<Field> fields = List.of(
                Field.of("trade-name", "ชื่อสถานประกอบกิจการ").withHint("ชื่อตามป้ายหน้าร้าน").withError("กรุณากรอกชื่อสถานประกอบกิจการ"),
                Field.of("area", "พื้นที่ประกอบการ").withValue(250).withWidth(5).withSuffix("ตารางเมตร").with("inputmode", "numeric"),
                Field.of("kind", "ประเภทสถานที่").withOptions(List.of(Option.of("", "กรุณาเลือก"), Option.of("shop", "สถานที่จำหน่ายอาหาร"))).withValue("shop"),
                Field.of("who", "ผู้ขออนุญาต").withOptions(List.of(new Option("person", "บุคคลธรรมดา", "ใช้เลขประจำตัวประชาชน"), Option.of("company", "นิติบุคคล"))).withValue("person"),
                Field.of("days", "วันที่เปิดทำการ").withOptions(List.of(Option.of("mon", "วันจันทร์"), Option.of("tue", "วันอังคาร"))).withValues(List.of("tue")),
                Field.of("opening", "วันที่เริ่มประกอบกิจการ").withHint("เช่น 20 พ.ย. 2569").withValue(DateAnswer.of(LocalDate.of(2026, 11, 20))).withError("วันที่ต้องไม่เป็นวันในอดีต"),
                Field.of("about", "รายละเอียด").withLimit(200).withLook(Look.PLAIN.withLimit(200).withRows(3)),
                Field.of("plan", "แผนที่สังเขป").withHint("PDF, JPEG หรือ PNG ไม่เกิน 10 MB").with("accept", ".pdf,.jpg,.png"));
        fields.forEach(field -> model.addAttribute(field.name().replace("-", ""), field));
        model.addAttribute("problems", Problem.of(fields));
        model.addAttribute("back", "/");
        model.addAttribute("crumbs", List.of(Link.of("/", "หน้าแรก"), Link.of("/services", "บริการ")));
        model.addAttribute("tasks", List.of(
                Task.finished("ข้อมูลผู้ขออนุญาต", "/a", "เรียบร้อย"),
                Task.open("ข้อมูลสถานที่", "/b", Tag.of("ยังไม่ครบถ้วน", Tag.Colour.BLUE)).withHint("ที่ตั้ง พื้นที่ แผนผัง"),
                Task.waiting("ตรวจสอบและยื่นคำขอ", "ยังดำเนินการไม่ได้")));
        model.addAttribute("rows", List.of(
                Row.of("ชื่อสถานประกอบกิจการ", "ครัวคุณย่าริมน้ำ").withAction("/change", "แก้ไข"),
                new Row("ที่อยู่", List.of("12/3 ถนนพหลโยธิน", "แขวงสามเสนใน เขตพญาไท กรุงเทพมหานคร 10400"), List.of()),
                new Row("แผนที่", List.of("map.pdf"), List.of(new Link("/x", "แก้ไข", "แผนที่"), new Link("/y", "ลบ", "แผนที่")))));
        model.addAttribute("milestones", List.of(
                new Milestone("ยื่นคำขอ", "20 พฤศจิกายน 2569 เวลา 14.05 น.", "ได้รับคำขอเลขที่ 2569/000123 แล้ว", Milestone.State.DONE),
                new Milestone("ตรวจสอบเอกสาร", null, "เจ้าหน้าที่กำลังตรวจสอบ จะแจ้งผลภายใน 3 วันทำการ", Milestone.State.NOW),
                new Milestone("ตรวจสถานที่", null, null, Milestone.State.LATER)));
        model.addAttribute("columns", List.of(
                new Column("เลขที่คำขอ", "/sample?sort=number", Column.Order.ASCENDING, false),
                new Column("วันที่ยื่น", "/sample?sort=received", Column.Order.NONE, false),
                new Column("ค่าธรรมเนียม", null, Column.Order.NONE, true)));
        model.addAttribute("pages", new Pages(7, 20, "/sample?sort=number&page={page}"));
        model.addAttribute("status", Tag.of("รอแก้ไขข้อมูล", Tag.Colour.ORANGE));
        model.addAttribute("received", Instant.parse("2026-11-20T07:05:00Z"));
        return "sample/everything";
    }
}
