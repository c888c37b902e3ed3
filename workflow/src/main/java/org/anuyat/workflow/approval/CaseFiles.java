package org.anuyat.workflow.approval;

import org.anuyat.workflow.review.cases.ReviewCase;
import org.anuyat.workflow.review.checking.CheckSheet;
import org.anuyat.workflow.review.checking.Checks;
import org.anuyat.workflow.review.checking.Finding;
import org.anuyat.workflow.review.inspection.Inspections;
import org.anuyat.workflow.review.opinion.Opinion;
import org.anuyat.workflow.submission.Application;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts together what an approver decides over: application, documents by digest, findings, inspection, opinion, lower levels. */
@Component
class CaseFiles {

    private final Checks checks;
    private final Inspections inspections;
    private final Decisions decisions;
    private final JsonMapper json;

    CaseFiles(Checks checks, Inspections inspections, Decisions decisions, JsonMapper json) {
        this.checks = checks;
        this.inspections = inspections;
        this.decisions = decisions;
        this.json = json;
    }

    CaseFile of(Application application, ReviewCase of, Opinion opinion) {
        ObjectNode file = json.createObjectNode();
        file.put("number", application.number());
        file.put("agency", application.agency());
        file.put("receiveNumber", of.receiveNumber().toString());
        file.put("receivedAt", application.receivedAt().toString());
        file.put("service", application.serviceId());
        file.put("serviceVersion", application.serviceVersion());
        file.put("applicant", application.applicantName());
        file.set("answers", sorted(application.answers()));
        ArrayNode documents = file.putArray("documents");
        application.attachments().forEach(document -> documents
                .addObject()
                .put("requirement", document.documentKey())
                .put("name", document.name())
                .put("sha256", document.sha256()));
        file.set("findings", findings(checks.sheet(application, of.round())));
        inspections
                .latest(application.number())
                .flatMap(inspection -> inspection.outcome())
                .ifPresent(result -> {
                    ObjectNode inspected = file.putObject("inspection");
                    inspected.put("passed", result.passed());
                    inspected.put("findings", result.findings());
                    inspected.put("by", result.by());
                    inspected.put("at", result.at().toString());
                    ArrayNode photos = inspected.putArray("photos");
                    inspections.photos(application.number()).forEach(photo -> photos.add(photo.sha256()));
                });
        file.putObject("opinion")
                .put("recommendation", opinion.recommendation().name())
                .put("text", opinion.text())
                .put("by", opinion.by())
                .put("at", opinion.at().toString());
        ArrayNode earlier = file.putArray("decisions");
        decisions.of(application.number()).forEach(decision -> earlier.addObject()
                .put("opinion", decision.opinion())
                .put("level", decision.level())
                .put("kind", decision.kind().name())
                .put("by", decision.officer())
                .put("remark", decision.remark())
                .put("at", decision.at().toString()));
        return new CaseFile(json.writeValueAsString(file));
    }

    private ArrayNode findings(CheckSheet sheet) {
        ArrayNode findings = json.createArrayNode();
        for (CheckSheet.Line line : sheet.lines()) {
            Finding finding = line.finding();
            if (finding != null) {
                findings.addObject()
                        .put("point", line.point().key())
                        .put("ok", finding.ok())
                        .put("remark", finding.remark());
            }
        }
        return findings;
    }

    /** PostgreSQL keeps answers as jsonb, whose order of fields is its own: ours is the alphabet's. */
    private JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode ordered = json.createObjectNode();
            object.propertyNames().stream().sorted().forEach(name -> ordered.set(name, sorted(object.get(name))));
            return ordered;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode ordered = json.createArrayNode();
            array.forEach(element -> ordered.add(sorted(element)));
            return ordered;
        }
        return node;
    }
}
