package io.subsidyrules.dialect.bind;

import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Spelling;
import io.subsidyrules.text.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The annotations of one type, field or rule, checked against the closed list of those allowed there. */
final class Annotations {

    static final Text ENGLISH = new Text("English", "英文");
    static final Text CHINESE = new Text("Chinese", "中文");

    private final Syntax.Name owner;
    private final Faults faults;
    private final Map<String, Syntax.Annotation> byName = new LinkedHashMap<>();

    Annotations(List<Syntax.Annotation> annotations, Set<String> allowed, Syntax.Name owner, Faults faults) {
        this.owner = owner;
        this.faults = faults;
        for (Syntax.Annotation annotation : annotations) {
            Syntax.Name name = annotation.name();
            if (!allowed.contains(name.text())) {
                faults.add(
                        name.place(),
                        FaultCode.ANNOTATION_REFUSED,
                        name.text(),
                        Spelling.remedy(name.text(), new TreeSet<>(allowed)));
                Spelling.nearest(name.text(), allowed).ifPresent(meant -> byName.putIfAbsent(meant, annotation));
            } else if (byName.putIfAbsent(name.text(), annotation) != null) {
                faults.add(name.place(), FaultCode.DUPLICATE_ANNOTATION, name.text());
            }
        }
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    /** The annotation's argument; empty if the annotation is not there; a fault where it has no argument. */
    Optional<Syntax.Name> value(String name) {
        Syntax.Annotation annotation = byName.get(name);
        if (annotation == null) {
            return Optional.empty();
        }
        if (annotation.argument().filter(value -> !value.text().isBlank()).isEmpty()) {
            faults.add(annotation.name().place(), FaultCode.ANNOTATION_VALUE, name);
        }
        return annotation.argument();
    }

    /** The argument of an annotation that needs none. */
    Optional<Syntax.Name> optionalValue(String name) {
        return Optional.ofNullable(byName.get(name)).flatMap(Syntax.Annotation::argument);
    }

    /** The argument of an annotation that must be there. */
    Syntax.Name requiredValue(String name) {
        if (!has(name)) {
            faults.add(owner.place(), FaultCode.ANNOTATION_MISSING, name, added(name));
        }
        return value(name).orElse(new Syntax.Name("-", owner.place()));
    }

    private static Text added(String name) {
        return name.equals("per")
                ? new Text(
                        "Add @per( \"project\" ) below its name: what it is given for, once each, as an id of the list per of"
                                + " policy.yaml, which says it in words: per: [ { id: project, text: { en: project, zh: 个项目 } } ]",
                        "请在规则名之下补充 @per( \"project\" )，说明按什么给付、各一次；该词须列在 policy.yaml 的 per 之中，如"
                                + "：per: [ { id: project, text: { en: project, zh: 个项目 } } ]")
                : new Text(
                        "Add @%s( \"1.1\" ) below its name, with the number of its clause in policy.yaml."
                                .formatted(name),
                        "请在规则名之下补充 @%s( \"1.1\" )，写明其在 policy.yaml 中的条款号。".formatted(name));
    }

    /** The title in both languages. */
    Text title() {
        return new Text(language("en", ENGLISH), language("zh", CHINESE));
    }

    private String language(String name, Text language) {
        if (!has(name)) {
            faults.add(
                    owner.place(),
                    FaultCode.TITLE_MISSING,
                    owner.text(),
                    language,
                    new Text("Add @%s( \"...\" ).".formatted(name), "请补充 @%s( \"……\" )。".formatted(name)));
        }
        return value(name)
                .map(Syntax.Name::text)
                .filter(text -> !text.isBlank())
                .orElse("-");
    }
}
