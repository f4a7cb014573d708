package io.subsidyrules.dialect.bind;

import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.fault.Spelling;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The annotations of one type, field or rule, checked against the closed list of those allowed there. */
final class Annotations {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Annotations.class);

    static final Text ENGLISH = TEXTS.text("english");
    static final Text CHINESE = TEXTS.text("chinese");

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

    /** The place of an annotation that is there. */
    Place place(String name) {
        Syntax.Annotation annotation = byName.get(name);
        return annotation == null ? owner.place() : annotation.name().place();
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

    /** The number behind the annotation's argument. */
    Optional<Syntax.Name> number(String name) {
        return Optional.ofNullable(byName.get(name)).flatMap(Syntax.Annotation::number);
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
        return name.equals("per") ? TEXTS.text("addPer") : TEXTS.text("addAnnotation", name);
    }

    /** The title in both languages. */
    Text title() {
        return new Text(language("en", ENGLISH), language("zh", CHINESE));
    }

    private String language(String name, Text language) {
        if (!has(name)) {
            faults.add(owner.place(), FaultCode.TITLE_MISSING, owner.text(), language, TEXTS.text("addTitle", name));
        }
        return value(name)
                .map(Syntax.Name::text)
                .filter(text -> !text.isBlank())
                .orElse("-");
    }
}
