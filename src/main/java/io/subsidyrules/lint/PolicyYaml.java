package io.subsidyrules.lint;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceNames;
import io.subsidyrules.dialect.source.SourceText;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import io.subsidyrules.yaml.YamlFile;
import io.subsidyrules.yaml.YamlMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The policy files as they are written, with the places that the records of a policy do not keep. The files were read
 * before and have no faults.
 */
final class PolicyYaml {

    private final List<PlacedText> texts = new ArrayList<>();
    private final Map<List<String>, Place> readings = new LinkedHashMap<>();

    static PolicyYaml of(RuleSources sources) {
        PolicyYaml files = new PolicyYaml();
        sources.files().keySet().stream()
                .filter(path -> path.endsWith("/" + SourceNames.POLICY_FILE))
                .forEach(path -> SourceText.of(path, sources.content(path), new Faults())
                        .flatMap(text -> YamlFile.parse(path, text, new Faults()))
                        .ifPresent(map -> files.add(path.replaceFirst("/.*", ""), map)));
        return files;
    }

    private void add(String policy, YamlMap map) {
        map.maps("readings")
                .forEach(reading -> readings.put(List.of(policy, reading.word("id")), reading.placeOf("id")));
        walk(map);
    }

    /** Keeps a group that has both languages, and looks into every other one. */
    private void walk(YamlMap map) {
        if (isText(map)) {
            texts.add(new PlacedText(map.placeOf("en"), new Text(map.string("en"), map.string("zh"))));
            return;
        }
        for (String name : map.names()) {
            Node node = map.node(name).orElseThrow();
            if (node instanceof MappingNode) {
                map.optionalMap(name).ifPresent(this::walk);
            } else if (node instanceof SequenceNode sequence
                    && sequence.getValue().stream().allMatch(MappingNode.class::isInstance)) {
                map.maps(name).forEach(this::walk);
            }
        }
    }

    private static boolean isText(YamlMap map) {
        return map.has("en")
                && map.has("zh")
                && map.node("en").filter(ScalarNode.class::isInstance).isPresent();
    }

    /** The texts in both languages. */
    List<PlacedText> texts() {
        return List.copyOf(texts);
    }

    /** The places of the ids of readings, by policy and id. */
    Map<List<String>, Place> readings() {
        return readings;
    }
}
