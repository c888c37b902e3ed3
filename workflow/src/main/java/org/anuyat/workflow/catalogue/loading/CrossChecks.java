package org.anuyat.workflow.catalogue.loading;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.anuyat.workflow.agency.Agencies;
import org.anuyat.workflow.catalogue.ChecklistItem;
import org.anuyat.workflow.catalogue.DocumentRequirement;
import org.anuyat.workflow.catalogue.Manual;
import org.anuyat.workflow.catalogue.PermitKind;
import org.anuyat.workflow.catalogue.PermitKind.OfficerSignature;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.catalogue.form.control.Control;
import org.springframework.stereotype.Component;

/** What one file of a definition says about another has to be true. */
@Component
class CrossChecks {

    private final Agencies agencies;

    CrossChecks(Agencies agencies) {
        this.agencies = agencies;
    }

    void check(ServiceDefinition definition) {
        require(
                definition,
                agencies.find(definition.agency()).isPresent(),
                "/agency",
                "there is no agency " + definition.agency());
        definition.alsoAt().forEach(code -> require(
                definition, agencies.find(code).isPresent(), "/alsoAt", "there is no agency " + code));
        Set<String> pointers = definition.form().controls().map(Control::pointer).collect(Collectors.toSet());
        requireAnswers(definition, pointers, definition.fees().inputs(), "/fees/inputs");
        definition.permit().data().forEach((name, alternatives) -> alternatives.forEach(pointer ->
                requireAnswers(definition, pointers, Map.of(name, pointer), "/permit/data")));
        require(
                definition,
                definition.permit().data().keySet().containsAll(definition.permit().publicData()),
                "/permit/publicData",
                "the public register shows nothing that the permit does not bear");
        requireField(definition);
        require(
                definition,
                definition.fees().dmn().contains("id=\"" + definition.fees().decision() + "\""),
                "/fees/decision",
                "the DMN table has no such decision");
        checkDocuments(definition);
        checkChecklist(definition);
        checkDays(definition);
    }

    private static void requireField(ServiceDefinition definition) {
        require(
                definition,
                definition.permit().officerSignature() != OfficerSignature.DIGITAL
                        || definition
                                .resources()
                                .getOrDefault(definition.permit().template(), "")
                                .contains("data-field=\"" + PermitKind.FIELD + "\""),
                "/permit/officerSignature",
                "the template has no signature field " + PermitKind.FIELD);
    }

    private static void checkDocuments(ServiceDefinition definition) {
        Set<String> keys = new HashSet<>();
        for (DocumentRequirement document : definition.documents()) {
            require(definition, keys.add(document.key()), "/documents", document.key() + " is there twice");
            require(
                    definition,
                    (document.when() == null) == document.condition().isEmpty(),
                    "/documents/" + document.key(),
                    "a condition is given both as a rule and in words, or not at all");
        }
    }

    private static void checkChecklist(ServiceDefinition definition) {
        Set<String> keys = new HashSet<>();
        for (ChecklistItem item : definition.checklist()) {
            String at = "/checklist/" + item.key();
            require(definition, keys.add(item.key()), at, "is there twice");
            for (String field : item.fields()) {
                require(definition, definition.form().control(field).isPresent(), at, "the form has no " + field);
            }
            require(
                    definition,
                    item.document() == null || definition.document(item.document()).isPresent(),
                    at,
                    "there is no document " + item.document());
            require(
                    definition,
                    item.document() != null || !item.fields().isEmpty(),
                    at,
                    "is about nothing that an applicant could correct");
        }
        List<String> unchecked = definition.documents().stream()
                .map(DocumentRequirement::key)
                .filter(key -> definition.checklist().stream().noneMatch(item -> key.equals(item.document())))
                .toList();
        require(definition, unchecked.isEmpty(), "/checklist", "nobody checks the documents " + unchecked);
    }

    private static void checkDays(ServiceDefinition definition) {
        int steps = definition.manual().steps().stream().mapToInt(Manual.Step::days).sum();
        int total = definition.manual().totalDays();
        if (steps != total || total != definition.deadlines().decisionDays()) {
            throw new BadDefinition(
                    definition.id(),
                    "manual.json",
                    "/totalDays",
                    "the steps take %d days, the manual says %d, the deadline is %d"
                            .formatted(steps, total, definition.deadlines().decisionDays()));
        }
    }

    private static void requireAnswers(
            ServiceDefinition definition, Set<String> pointers, Map<String, String> wanted, String at) {
        wanted.forEach((name, pointer) -> require(
                definition,
                pointers.contains(pointer) || pointers.stream().anyMatch(p -> p.startsWith(pointer + "/")),
                at + "/" + name,
                "the form has no answer at " + pointer));
    }

    private static void require(ServiceDefinition definition, boolean condition, String at, String reason) {
        if (!condition) {
            throw new BadDefinition(definition.id(), ServiceFolder.MAIN_FILE, at, reason);
        }
    }
}
