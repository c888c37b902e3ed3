package org.anuyat.workflow.catalogue.schema;

import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import java.util.Locale;
import org.anuyat.workflow.places.Places;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Compiles JSON Schema 2020-12. Formats are checked, not only noted; beside the standard ones those of {@link ThaiFormats}
 * exist. Nothing is ever fetched: a reference to another document fails.
 */
@Component
public class Schemas {

    private static final String OTHER_SCHEMAS = "2020-12 schemas only, without references to other documents: ";

    private final SchemaRegistry registry;

    /** For the places that addresses are compared with. */
    public Schemas(Places places) {
        Dialect dialect = Dialect.builder(Dialects.getDraft202012())
                .formats(ThaiFormats.all(places))
                .build();
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ENGLISH)
                .preloadSchema(true)
                .build();
        registry = SchemaRegistry.withDialect(dialect, builder -> builder.schemaRegistryConfig(config)
                .schemaCacheEnabled(false)
                .schemaLoader(loader -> loader.fetchRemoteResources(false)));
    }

    /**
     * Compiles a schema.
     *
     * @throws IllegalArgumentException if it is none
     */
    public CompiledSchema compile(JsonNode schema) {
        try {
            return new CompiledSchema(registry.getSchema(schema));
        } catch (SchemaException e) {
            throw new IllegalArgumentException(OTHER_SCHEMAS + e.getMessage(), e);
        }
    }

    /**
     * Reads a condition.
     *
     * @param node an object with {@code scope} (as JSON Forms writes it: {@code #/properties/place/properties/ownership}) and
     *     {@code schema}
     * @throws IllegalArgumentException if it is none
     */
    public Condition condition(JsonNode node) {
        JsonNode schema = node.path("schema");
        if (!node.path("scope").isString() || !schema.isObject()) {
            throw new IllegalArgumentException("a condition needs a scope and a schema");
        }
        return new Condition(pointerOf(node.path("scope").asString()), compile(schema), schema, false);
    }

    /**
     * The JSON pointer into the answers that belongs to a scope into the schema.
     *
     * @throws IllegalArgumentException if the scope is not made of properties alone
     */
    public static String pointerOf(String scope) {
        if (scope.equals("#")) {
            return "";
        }
        if (!scope.matches("#(/properties/[A-Za-z][A-Za-z0-9]*)+")) {
            throw new IllegalArgumentException("not a scope of properties: " + scope);
        }
        return scope.substring(1).replace("/properties/", "/");
    }
}
