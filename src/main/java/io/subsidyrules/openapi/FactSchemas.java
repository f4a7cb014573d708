package io.subsidyrules.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.subsidyrules.catalogue.FactTypeSchema;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Vocabulary;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.text.Language;
import java.util.Map;

/**
 * The types of facts as schemas of a contract. They say what the pages of the catalogue say, in the words that
 * generators of clients know: a closed choice is an {@code enum}, and what a field means is its description, since
 * generators make names of titles.
 */
final class FactSchemas {

    private static final String TITLE = "title";
    private static final String DESCRIPTION = "description";
    private static final String CONST = "const";
    private static final String ONE_OF = "oneOf";
    private static final String TYPE = "type";
    private static final String STRING = "string";

    private final FactTypeSchema pages;

    FactSchemas(Vocabulary vocabulary, Language language) {
        this.pages = new FactTypeSchema(vocabulary, language);
    }

    /** @param currency of the amounts among its fields */
    ObjectNode of(FactType type, Currency currency) {
        ObjectNode schema = pages.of(type, currency, "");
        schema.remove("$schema");
        schema.remove("$id");
        object(schema);
        return schema;
    }

    private static void object(ObjectNode schema) {
        describe(schema);
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            field((ObjectNode) property.getValue());
        }
    }

    private static void field(ObjectNode field) {
        describe(field);
        if (field.path("items") instanceof ObjectNode members) {
            object(members);
        }
        if (field.has(CONST)) {
            String only = field.remove(CONST).asText();
            field.put(TYPE, STRING).putArray("enum").add(only);
        }
        if (field.has(ONE_OF)) {
            choice(field, field.remove(ONE_OF));
        }
    }

    private static void describe(ObjectNode schema) {
        if (schema.has(TITLE)) {
            schema.set(DESCRIPTION, schema.remove(TITLE));
        }
    }

    /** The titles of the constants come after that of the field, a line each. */
    private static void choice(ObjectNode field, JsonNode choices) {
        StringBuilder titles = new StringBuilder(field.path(DESCRIPTION).asText()).append('\n');
        ArrayNode constants = field.arrayNode();
        boolean nullable = false;
        for (JsonNode each : choices) {
            if (each.has(CONST)) {
                String constant = each.path(CONST).asText();
                constants.add(constant);
                titles.append("\n- `")
                        .append(constant)
                        .append("`: ")
                        .append(each.path(TITLE).asText());
            } else {
                nullable = true;
            }
        }
        field.put(DESCRIPTION, titles.toString());
        if (nullable) {
            constants.addNull();
            field.putArray(TYPE).add(STRING).add("null");
        } else {
            field.put(TYPE, STRING);
        }
        field.set("enum", constants);
    }
}
