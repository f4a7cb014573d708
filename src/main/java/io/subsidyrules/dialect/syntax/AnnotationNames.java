package io.subsidyrules.dialect.syntax;

import java.util.Set;

/** The names of the annotations, by what they can be on. */
public final class AnnotationNames {

    /** The unit of a number, and its decimals. */
    public static final String UNIT = "unit";

    /** The date field whose day decides in the place of the day of the evaluation. */
    public static final String DECIDES = "decides";

    public static final Set<String> TITLES = Set.of("en", "zh");
    public static final Set<String> OF_TYPE = Set.of("en", "zh", DECIDES);
    public static final Set<String> OF_FIELD =
            Set.of("en", "zh", "key", "required", "pattern", "range", "check", "changeable", UNIT);
    public static final Set<String> OF_RULE = Set.of("clause", "per", "reading", "item", DECIDES, "en", "zh");

    public static final Set<String> OF_LIMIT = Set.of("clause", "reading");

    private AnnotationNames() {}

    /** Whether an annotation of this name can be on anything. */
    static boolean isKnown(String name) {
        return OF_TYPE.contains(name) || OF_FIELD.contains(name) || OF_RULE.contains(name);
    }
}
