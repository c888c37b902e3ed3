package org.anuyat.workflow.catalogue.loading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.anuyat.workflow.catalogue.DocumentRequirement;
import org.anuyat.workflow.catalogue.Fees;
import org.anuyat.workflow.catalogue.Manual;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.catalogue.form.FormDefinition;
import org.anuyat.workflow.catalogue.form.loading.BadForm;
import org.anuyat.workflow.catalogue.form.loading.FormDefinitions;
import org.anuyat.workflow.catalogue.schema.CompiledSchema;
import org.anuyat.workflow.catalogue.schema.Condition;
import org.anuyat.workflow.catalogue.schema.Schemas;
import org.anuyat.workflow.catalogue.schema.Violation;
import org.anuyat.workflow.language.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes a service definition out of its files, or says which file is wrong where and why. */
@Component
class DefinitionReader {

    private static final String MANUAL = "manual.json";
    private static final long MEGABYTE = 1024L * 1024;

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
    private final FormDefinitions forms;
    private final Schemas schemas;
    private final CrossChecks crossChecks;
    private final Map<String, CompiledSchema> fileSchemas;

    DefinitionReader(FormDefinitions forms, Schemas schemas, CrossChecks crossChecks) {
        this.forms = forms;
        this.schemas = schemas;
        this.crossChecks = crossChecks;
        this.fileSchemas = Map.of(
                ServiceFolder.MAIN_FILE, fileSchema("service.schema.json"), MANUAL, fileSchema("manual.schema.json"));
    }

    /**
     * Reads one definition.
     *
     * @throws BadDefinition if it can't be used
     */
    ServiceDefinition read(ServiceFolder folder, int version) {
        ServiceFile file = guarded(folder, ServiceFolder.MAIN_FILE, ServiceFile.class);
        Manual manual = guarded(folder, MANUAL, Manual.class);
        FormDefinition form = form(folder);
        List<String> alsoAt = file.alsoAt();
        ServiceDefinition definition = new ServiceDefinition(
                folder.id(),
                version,
                file.agency(),
                alsoAt == null ? List.of() : alsoAt,
                file.title(),
                file.category(),
                file.formCode(),
                file.assurance(),
                file.oneTimeCode(),
                manual,
                form,
                documents(folder, file),
                fees(folder, file.fees()),
                file.deadlines(),
                file.approvalLevels(),
                file.inspection(),
                file.checklist(),
                file.permit(),
                resources(folder));
        crossChecks.check(definition);
        return definition;
    }

    private FormDefinition form(ServiceFolder folder) {
        try {
            return forms.define(
                    tree(folder, FormDefinitions.SCHEMA),
                    tree(folder, FormDefinitions.UI),
                    tree(folder, FormDefinitions.THAI),
                    tree(folder, FormDefinitions.ENGLISH));
        } catch (BadForm e) {
            throw new BadDefinition(folder.id(), e.file(), e.pointer(), String.valueOf(e.getMessage()));
        }
    }

    private List<DocumentRequirement> documents(ServiceFolder folder, ServiceFile file) {
        return file.documents().stream()
                .map(part -> new DocumentRequirement(
                        part.key(),
                        part.group(),
                        part.name(),
                        orNone(part.help()),
                        orNone(part.issuer()),
                        orNone(part.condition()),
                        condition(folder, part),
                        part.required(),
                        part.types(),
                        part.maxMegabytes() * MEGABYTE,
                        part.maxFiles()))
                .toList();
    }

    private @Nullable Condition condition(ServiceFolder folder, ServiceFile.DocumentPart part) {
        try {
            return part.when() == null ? null : schemas.condition(part.when());
        } catch (IllegalArgumentException e) {
            throw new BadDefinition(
                    folder.id(), ServiceFolder.MAIN_FILE, "/documents/" + part.key(), String.valueOf(e.getMessage()));
        }
    }

    private static Fees fees(ServiceFolder folder, ServiceFile.FeesPart part) {
        return new Fees(
                part.decision(),
                part.resource(),
                text(folder, part.resource()),
                part.inputs(),
                part.output(),
                part.legalBasis());
    }

    private static Map<String, String> resources(ServiceFolder folder) {
        return folder.files().entrySet().stream()
                .filter(file -> !file.getKey().endsWith(".json"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    private <T> T guarded(ServiceFolder folder, String name, Class<T> type) {
        JsonNode tree = tree(folder, name);
        List<Violation> violations = fileSchemas.get(name).violations(tree);
        if (!violations.isEmpty()) {
            Violation first = violations.get(0);
            throw new BadDefinition(folder.id(), name, first.pointer(), first.reason());
        }
        try {
            return json.treeToValue(tree, type);
        } catch (JacksonException e) {
            throw new BadDefinition(folder.id(), name, pointer(e), e.getOriginalMessage());
        }
    }

    private JsonNode tree(ServiceFolder folder, String name) {
        try {
            return json.readTree(text(folder, name));
        } catch (JacksonException e) {
            throw new BadDefinition(
                    folder.id(), name, "line " + e.getLocation().getLineNr(), e.getOriginalMessage());
        }
    }

    private static String text(ServiceFolder folder, String name) {
        String text = folder.files().get(name);
        if (text == null) {
            throw new BadDefinition(folder.id(), name, "", "the file is missing");
        }
        return text;
    }

    private static String pointer(JacksonException e) {
        return e.getPath().stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                .collect(Collectors.joining());
    }

    private static LocalizedText orNone(@Nullable LocalizedText text) {
        return text == null ? LocalizedText.NONE : text;
    }

    private CompiledSchema fileSchema(String name) {
        try (InputStream in = new ClassPathResource("services/" + name).getInputStream()) {
            return schemas.compile(json.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
