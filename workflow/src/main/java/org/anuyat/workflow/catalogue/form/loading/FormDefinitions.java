package org.anuyat.workflow.catalogue.form.loading;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.anuyat.workflow.catalogue.form.FormDefinition;
import org.anuyat.workflow.catalogue.form.control.Control;
import org.anuyat.workflow.catalogue.form.control.FormPage;
import org.anuyat.workflow.catalogue.schema.CompiledSchema;
import org.anuyat.workflow.catalogue.schema.Schemas;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Makes form definitions out of their four files: {@value #SCHEMA} (JSON Schema 2020-12), {@value #UI} (JSON Forms UI schema)
 * and the texts {@value #THAI} and {@value #ENGLISH}, whose keys are those of JSON Forms' i18n.
 */
@Component
public class FormDefinitions {

    /** Name of the file with the schema of the answers. */
    public static final String SCHEMA = "form.schema.json";

    /** Name of the file with pages, groups and controls. */
    public static final String UI = "form.ui.json";

    /** Name of the file with the Thai texts. */
    public static final String THAI = "form.th.json";

    /** Name of the file with the English texts. */
    public static final String ENGLISH = "form.en.json";

    private final Schemas schemas;

    /** With the compiler of the schemas. */
    public FormDefinitions(Schemas schemas) {
        this.schemas = schemas;
    }

    /**
     * Makes a form.
     *
     * @throws BadForm if the files contradict one another, leave a bound open, or lack a text
     */
    public FormDefinition define(JsonNode schema, JsonNode ui, JsonNode thai, JsonNode english) {
        CompiledSchema compiled;
        try {
            compiled = schemas.compile(schema);
        } catch (IllegalArgumentException e) {
            throw new BadForm(SCHEMA, "", String.valueOf(e.getMessage()));
        }
        SchemaShape shape = new SchemaShape(schema);
        shape.requireBounds();
        Texts texts = new Texts(thai, english);
        List<FormPage> pages = new UiReader(shape, texts, schemas).pages(ui);
        texts.requireAllUsed();
        requireEveryAnswerAsked(shape, pages);
        return new FormDefinition(pages, schema, compiled);
    }

    private static void requireEveryAnswerAsked(SchemaShape shape, List<FormPage> pages) {
        Set<String> asked =
                pages.stream().flatMap(FormPage::controls).map(Control::pointer).collect(Collectors.toSet());
        Set<String> forgotten = new TreeSet<>(shape.leaves());
        forgotten.removeAll(asked);
        if (!forgotten.isEmpty()) {
            throw new BadForm(UI, "", "no control asks for " + forgotten);
        }
    }
}
