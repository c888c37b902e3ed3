package org.anuyat.workflow.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anuyat.workflow.catalogue.ApprovalLevel;
import org.anuyat.workflow.catalogue.ChecklistItem;
import org.anuyat.workflow.catalogue.Deadlines;
import org.anuyat.workflow.catalogue.Definitions;
import org.anuyat.workflow.catalogue.DocumentRequirement;
import org.anuyat.workflow.catalogue.Fees;
import org.anuyat.workflow.catalogue.Manual;
import org.anuyat.workflow.catalogue.PermitKind;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.catalogue.form.FormDefinition;
import org.anuyat.workflow.catalogue.form.loading.FormDefinitions;
import org.anuyat.workflow.language.LocalizedText;
import tools.jackson.databind.json.JsonMapper;

/** A small service: a stall on a market, with an inspection and two levels of approval. */
final class MarketStall implements Definitions {

    static final String ID = "market-stall";

    private final ServiceDefinition definition;

    MarketStall(FormDefinitions forms, JsonMapper json) {
        FormDefinition form = forms.define(
                json.readTree(
                        """
                        {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
                         "additionalProperties": false, "required": ["tradeName", "area"],
                         "properties": {"tradeName": {"type": "string", "maxLength": 100},
                                        "area": {"type": "integer", "minimum": 1, "maximum": 100}}}"""),
                json.readTree(
                        """
                        {"type": "Categorization", "elements": [{"type": "Category", "i18n": "stall", "elements": [
                          {"type": "Control", "scope": "#/properties/tradeName"},
                          {"type": "Control", "scope": "#/properties/area"}]}]}"""),
                json.readTree(
                        """
                        {"stall.label": "แผงค้า", "tradeName.label": "ชื่อร้าน", "area.label": "พื้นที่"}"""),
                json.readTree(
                        """
                        {"stall.label": "The stall", "tradeName.label": "Trade name", "area.label": "Area"}"""));
        LocalizedText none = LocalizedText.NONE;
        Deadlines.Deadline days = new Deadlines.Deadline(15, false, text("มาตรา ๔๔", "Section 44"), true);
        definition = new ServiceDefinition(
                ID,
                1,
                "TYM",
                List.of("TYN"),
                text("ใบอนุญาตแผงค้าในตลาด", "Market stall licence"),
                "PERMISSION",
                "",
                "IAL2",
                true,
                new Manual(
                        none, List.of(), List.of(), List.of(), List.of(), 30, none, List.of(), List.of(), List.of(),
                        List.of(), none, List.of(), LocalDate.of(2026, 1, 1)),
                form,
                List.of(
                        document("map", "แผนที่", "Map", true),
                        document("photo", "ภาพถ่าย", "Photograph", false)),
                new Fees("fee", "fees.dmn", "", Map.of(), "satang", none),
                new Deadlines(days, days, days, days),
                List.of(
                        new ApprovalLevel("APPROVER_1", text("ผู้อำนวยการกอง", "Director")),
                        new ApprovalLevel("APPROVER_2", text("นายกเทศมนตรี", "Mayor"))),
                true,
                List.of(new ChecklistItem(
                        "place", text("ที่ตั้งตรงกับแผนที่", "The place is as on the map"), List.of("area"), "map")),
                new PermitKind(none, "documents/permit.html", "{running:5}", 12, none, Map.of(), List.of(), PermitKind.OfficerSignature.DIGITAL),
                Map.of());
    }

    private static DocumentRequirement document(String key, String th, String en, boolean required) {
        return new DocumentRequirement(
                key,
                "SERVICE",
                text(th, en),
                LocalizedText.NONE,
                LocalizedText.NONE,
                LocalizedText.NONE,
                null,
                required,
                Set.of("pdf"),
                1_000_000,
                1);
    }

    private static LocalizedText text(String th, String en) {
        return new LocalizedText(th, en);
    }

    @Override
    public List<ServiceDefinition> inForce() {
        return List.of(definition);
    }

    @Override
    public Optional<ServiceDefinition> find(String serviceId, int version) {
        return serviceId.equals(ID) && version == 1 ? Optional.of(definition) : Optional.empty();
    }
}
