package io.subsidyrules.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Vocabulary;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.text.Language;

/** A fact type as JSON Schema 2020-12. A member that is null is as absent, so every optional one can be null. */
public final class FactTypeSchema {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final String YEARS = "^(19[0-9]{2}|20[0-9]{2}|2100)-";
    private static final JsonNodeFactory NODES = new JsonNodeFactory(true);

    private final Vocabulary vocabulary;
    private final Language language;

    /**
     * Schemas whose titles are in this language.
     *
     * @param vocabulary has the types of the members of lists
     */
    public FactTypeSchema(Vocabulary vocabulary, Language language) {
        this.vocabulary = vocabulary;
        this.language = language;
    }

    /**
     * The schema of a type.
     *
     * @param currency of the amounts among its fields
     * @param id the path at which it is served
     */
    public ObjectNode of(FactType type, Currency currency, String id) {
        ObjectNode schema = NODES.objectNode();
        schema.put("$schema", DIALECT);
        schema.put("$id", id);
        fill(schema, type, currency);
        return schema;
    }

    private void fill(ObjectNode schema, FactType type, Currency currency) {
        schema.put("title", type.title().in(language));
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = NODES.arrayNode();
        if (type.isClaim()) {
            properties.putObject("type").put("const", type.name());
            required.add("type");
        }
        for (Field field : type.fields()) {
            properties.set(field.name(), property(field, currency));
            if (field.required()) {
                required.add(field.name());
            }
        }
        schema.set("required", required);
        schema.put("additionalProperties", false);
    }

    private ObjectNode property(Field field, Currency currency) {
        ObjectNode property = NODES.objectNode();
        property.put("title", field.title().in(language));
        switch (field.type()) {
            case TEXT -> text(field, property);
            case INTEGER -> number(field, property, "integer");
            case DECIMAL -> decimal(field, property, currency);
            case BOOLEAN -> type(field, property, "boolean");
            case DATE -> type(field, property, "string").put("format", "date").put("pattern", YEARS);
            case CONSTANT -> constants(field, property);
            case MEMBERS -> members(field, property, currency);
        }
        property.put("x-changeable", field.changeable());
        switch (field.key()) {
            case NONE -> {}
            case PROJECT -> property.put("x-key", "project");
            case PROJECT_OF_APPLICANT -> property.put("x-key", "project-of-applicant");
        }
        return property;
    }

    private static void text(Field field, ObjectNode property) {
        type(field, property, "string").put("maxLength", Field.LONGEST_TEXT);
        field.pattern().ifPresent(pattern -> property.put("pattern", "^(?:" + pattern.pattern() + ")$"));
        field.check().ifPresent(check -> property.put("x-check", check.standard()));
        if (field.required() && field.pattern().isEmpty()) {
            property.put("minLength", 1);
        }
    }

    private static ObjectNode number(Field field, ObjectNode property, String type) {
        type(field, property, type);
        field.range().ifPresent(range -> {
            property.put("minimum", range.min());
            property.put("maximum", range.max());
        });
        return property;
    }

    /** The currency of money is said where it is not the yuan. */
    private static void decimal(Field field, ObjectNode property, Currency currency) {
        number(field, property, "number").put("x-decimals", field.decimals());
        field.unit().ifPresent(unit -> property.put("x-unit", unit.name()));
        if (field.isMoney() && !currency.equals(Currency.CNY)) {
            property.put("x-currency", currency.code());
        }
    }

    private void members(Field field, ObjectNode property, Currency currency) {
        type(field, property, "array");
        field.range().ifPresent(range -> {
            property.put("minItems", range.min().intValueExact());
            property.put("maxItems", range.max().intValueExact());
        });
        fill(property.putObject("items"), vocabulary.membersOf(field), currency);
    }

    private static ObjectNode type(Field field, ObjectNode property, String type) {
        if (field.required()) {
            return property.put("type", type);
        }
        property.putArray("type").add(type).add("null");
        return property;
    }

    private void constants(Field field, ObjectNode property) {
        ArrayNode choices = property.putArray("oneOf");
        for (Constant constant : field.constants().orElseThrow().constants()) {
            choices.addObject()
                    .put("const", constant.name())
                    .put("title", constant.title().in(language));
        }
        if (!field.required()) {
            choices.addObject().put("type", "null");
        }
    }
}
