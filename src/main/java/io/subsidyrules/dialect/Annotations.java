package io.subsidyrules.dialect;

import io.subsidyrules.policy.FaultCode;
import io.subsidyrules.policy.Faults;
import io.subsidyrules.policy.Place;
import io.subsidyrules.policy.Spelling;
import io.subsidyrules.policy.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The annotations of one type, field or rule, checked against the closed list of what may stand there. */
final class Annotations {

    static final Set<String> OF_TYPE = Set.of("en", "zh");
    static final Set<String> OF_FIELD =
            Set.of("en", "zh", "key", "required", "pattern", "range", "check", "changeable");
    static final Set<String> OF_RULE = Set.of("clause", "per", "reading", "item");

    private final Place owner;
    private final Faults faults;
    private final Map<String, Syntax.Annotation> byName = new LinkedHashMap<>();

    Annotations(List<Syntax.Annotation> annotations, Set<String> allowed, Place owner, Faults faults) {
        this.owner = owner;
        this.faults = faults;
        for (Syntax.Annotation annotation : annotations) {
            String name = annotation.name().text();
            if (!allowed.contains(name)) {
                Set<String> sorted = new TreeSet<>(allowed);
                faults.add(
                        annotation.name().place(),
                        FaultCode.NOT_IN_DIALECT,
                        "@%s cannot stand here.%s Possible are: @%s."
                                .formatted(name, Spelling.maybe(name, sorted), String.join(", @", sorted)),
                        "此处不能使用 @%s。%s可用的有：@%s。"
                                .formatted(name, Spelling.maybeZh(name, sorted), String.join("、@", sorted)));
            } else if (byName.put(name, annotation) != null) {
                faults.add(
                        annotation.name().place(),
                        FaultCode.DUPLICATE,
                        "@%s stands here a second time. Remove one of the two.".formatted(name),
                        "@%s 重复出现，请删去其中一个。".formatted(name));
            }
        }
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    /** The annotation's argument; empty where the annotation is not there; a fault where it has no argument. */
    Optional<Syntax.Name> value(String name) {
        Syntax.Annotation annotation = byName.get(name);
        if (annotation == null) {
            return Optional.empty();
        }
        if (annotation.argument().isEmpty()) {
            faults.add(
                    annotation.name().place(),
                    FaultCode.MISSING,
                    "@%s needs a value: @%s( \"...\" ).".formatted(name, name),
                    "@%s 需要一个值：@%s( \"……\" )。".formatted(name, name));
        }
        return annotation.argument();
    }

    /** The argument of an annotation that may stand without one. */
    Optional<Syntax.Name> optionalValue(String name) {
        return Optional.ofNullable(byName.get(name)).flatMap(Syntax.Annotation::argument);
    }

    /** The argument of an annotation that must be there. */
    Syntax.Name requiredValue(String name) {
        if (!has(name) || value(name).filter(value -> value.text().isBlank()).isPresent()) {
            faults.add(
                    owner,
                    FaultCode.MISSING,
                    "@%s( \"...\" ) is missing here.".formatted(name),
                    "此处缺少 @%s( \"……\" )。".formatted(name));
        }
        return value(name).orElse(new Syntax.Name("-", owner));
    }

    /** The title in both languages. */
    Text title() {
        return new Text(language("en", "English"), language("zh", "Chinese"));
    }

    private String language(String name, String language) {
        Optional<Syntax.Name> text = value(name).filter(value -> !value.text().isBlank());
        if (text.isEmpty()) {
            faults.add(
                    owner,
                    FaultCode.MISSING_LANGUAGE,
                    "The %s title is missing. Add @%s( \"...\" ).".formatted(language, name),
                    "缺少%s标题，请补充 @%s( \"……\" )。".formatted(name.equals("en") ? "英文" : "中文", name));
        }
        return text.map(Syntax.Name::text).orElse("-");
    }
}
