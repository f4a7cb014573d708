package io.subsidyrules.yaml;

import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.TextCatalogue;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads YAML files into mappings that know their places. */
public final class YamlFile {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(YamlFile.class);

    private YamlFile() {}

    /** Reads a file that holds one mapping; empty if it does not, with a fault. */
    public static Optional<YamlMap> parse(String file, String text, Faults faults) {
        return new YamlReading(file, text, faults)
                .root()
                .filter(root -> new YamlTree(file, faults).check(root))
                .flatMap(root -> mapping(file, root, faults));
    }

    private static Optional<YamlMap> mapping(String file, Node root, Faults faults) {
        if (root instanceof MappingNode mapping) {
            return Optional.of(new YamlMap(file, mapping, faults));
        }
        Place place = YamlPlace.of(file, root.getStartMark());
        if (root instanceof SequenceNode) {
            faults.add(place, FaultCode.YAML_SYNTAX, TEXTS.text("listWithoutName"), TEXTS.text("nameTheList"));
            return Optional.empty();
        }
        if (!(root instanceof ScalarNode scalar) || !MemberFaults.isWide(file, scalar, faults)) {
            faults.add(place, FaultCode.YAML_SYNTAX, TEXTS.text("noMembers"), TEXTS.text("beginWithMember"));
        }
        return Optional.empty();
    }
}
