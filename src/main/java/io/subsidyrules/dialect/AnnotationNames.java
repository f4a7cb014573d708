package io.subsidyrules.dialect;

import java.util.Set;

/** The names of the annotations, by what they can be on. */
final class AnnotationNames {

    static final Set<String> OF_TYPE = Set.of("en", "zh");
    static final Set<String> OF_FIELD =
            Set.of("en", "zh", "key", "required", "pattern", "range", "check", "changeable");
    static final Set<String> OF_RULE = Set.of("clause", "per", "reading", "item", "en", "zh");

    private AnnotationNames() {}

    /** Whether an annotation of this name can be on anything. */
    static boolean isKnown(String name) {
        return OF_TYPE.contains(name) || OF_FIELD.contains(name) || OF_RULE.contains(name);
    }
}
