package org.anuyat.workflow.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.anuyat.workflow.catalogue.form.FormDefinition;
import org.anuyat.workflow.language.LocalizedText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One version of a service, whole: an application stays with the version that it was started on.
 *
 * @param id short name in addresses, such as {@code food-licence}
 * @param version counts from 1
 * @param agency code of the agency that decides
 * @param alsoAt codes of further agencies that offer the same service
 * @param title name of the service
 * @param category kind of request in the sense of section 5 of the Electronic Performance of Government Service Act B.E.
 *     2565: PERMISSION, NOTIFICATION, REGISTRATION, CERTIFICATE, COMPLAINT …
 * @param formCode code of the official form in whose place the e-Form stands (section 7: same text, same form)
 * @param assurance identity assurance level that the applicant needs, such as {@code IAL2}
 * @param oneTimeCode whether confirming takes a one-time code
 * @param manual the citizen manual
 * @param form the e-Form
 * @param documents what has to be attached, in the order of the manual
 * @param fees what it costs
 * @param deadlines how long everything may take
 * @param approvalLevels who decides, from the lowest to the last
 * @param inspection whether the premises are inspected
 * @param checklist what the reviewing officer checks, item by item
 * @param permit what is issued
 * @param resources the other files of the definition by their names in its folder: DMN tables, document templates
 */
public record ServiceDefinition(
        String id,
        int version,
        String agency,
        List<String> alsoAt,
        LocalizedText title,
        String category,
        String formCode,
        String assurance,
        boolean oneTimeCode,
        Manual manual,
        FormDefinition form,
        List<DocumentRequirement> documents,
        Fees fees,
        Deadlines deadlines,
        List<ApprovalLevel> approvalLevels,
        boolean inspection,
        List<ChecklistItem> checklist,
        PermitKind permit,
        Map<String, String> resources) {

    /** Copies the collections. */
    public ServiceDefinition {
        alsoAt = List.copyOf(alsoAt);
        documents = List.copyOf(documents);
        approvalLevels = List.copyOf(approvalLevels);
        checklist = List.copyOf(checklist);
        resources = Map.copyOf(resources);
    }

    /** The documents that these answers call for, required or not. */
    public List<DocumentRequirement> documentsFor(JsonNode answers) {
        return documents.stream()
                .filter(document -> document.appliesTo(answers))
                .toList();
    }

    /** Whether an agency takes applications for this service. */
    public boolean isOfferedBy(String agencyCode) {
        return agency.equals(agencyCode) || alsoAt.contains(agencyCode);
    }

    /** The document with this key, if there is one. */
    public Optional<DocumentRequirement> document(String key) {
        return documents.stream()
                .filter(document -> document.key().equals(key))
                .findFirst();
    }

    /**
     * What the permit bears, in words, by the names of {@link PermitKind#data()}; particulars without an answer are left out.
     */
    public Map<String, String> particulars(ObjectNode answers, Locale locale) {
        Map<String, String> particulars = new LinkedHashMap<>();
        permit.data().forEach((name, pointers) -> pointers.stream()
                .map(pointer -> form.inWords(pointer, answers, locale))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .ifPresent(words -> particulars.put(name, words)));
        return particulars;
    }

    /**
     * The text of a file of the definition.
     *
     * @param name relative to the service's folder, such as {@code documents/permit.html}
     * @throws IllegalArgumentException if the definition has no such file
     */
    public String resource(String name) {
        String text = resources.get(name);
        if (text == null) {
            throw new IllegalArgumentException("service %s version %d has no %s".formatted(id, version, name));
        }
        return text;
    }
}
