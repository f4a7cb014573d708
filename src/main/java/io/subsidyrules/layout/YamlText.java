package io.subsidyrules.layout;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.yaml.YamlFile;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * A scenario file or policy file.
 *
 * @param root empty where the file has comments alone, as a scenario file may
 * @param values with their types, in their order
 */
record YamlText(Optional<YamlNode> root, List<YamlComment> comments, List<String> values) implements WrittenFile {

    YamlText {
        comments = List.copyOf(comments);
        values = List.copyOf(values);
    }

    static YamlText read(String path, String written) {
        String text = written.replace("\r\n", "\n").replace('\r', '\n');
        if (RuleSources.isScenarios(path) && isEmpty(text)) {
            return new YamlText(Optional.empty(), YamlComment.in(text, List.of()), List.of());
        }
        Faults faults = new Faults();
        faults.reads(() -> YamlFile.parse(path, text, faults));
        faults.throwIfAny();
        List<Event> events = new ArrayList<>();
        new Yaml(new LoaderOptions()).parse(new StringReader(text)).forEach(events::add);
        YamlNodeReader reader = new YamlNodeReader(text, events);
        YamlNode root = reader.root();
        return new YamlText(Optional.of(root), YamlComment.in(text, reader.leaves()), values(events));
    }

    /** The values with their types, however they are written: equal where two texts say the same. */
    private static List<String> values(List<Event> events) {
        return events.stream()
                .map(YamlText::value)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static String value(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return "VALUE %s %s %s %s"
                    .formatted(scalar.getAnchor(), scalar.getTag(), scalar.getImplicit(), scalar.getValue());
        }
        if (event instanceof CollectionStartEvent start) {
            return "%s %s %s %s".formatted(start.getEventId(), start.getAnchor(), start.getTag(), start.getImplicit());
        }
        if (event instanceof AliasEvent alias) {
            return "REFERENCE " + alias.getAnchor();
        }
        return event.is(Event.ID.SequenceEnd) || event.is(Event.ID.MappingEnd)
                ? event.getEventId().name()
                : "";
    }

    private static boolean isEmpty(String text) {
        return text.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"));
    }

    @Override
    public String layout() {
        return new YamlLayout(comments).of(root);
    }

    @Override
    public List<String> content() {
        return Stream.concat(values.stream(), comments.stream().map(YamlComment::text))
                .toList();
    }
}
