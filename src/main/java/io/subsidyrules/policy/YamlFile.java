package io.subsidyrules.policy;

import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads YAML files into mappings that know their places. */
public final class YamlFile {

    private YamlFile() {}

    /** Reads a file that holds one mapping; empty where it does not, with a fault. */
    public static Optional<YamlMap> parse(String file, String text, Faults faults) {
        try {
            Node node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (node instanceof MappingNode mapping) {
                return Optional.of(new YamlMap(file, mapping, faults));
            }
            faults.add(
                    Place.startOf(file),
                    FaultCode.SYNTAX,
                    "The file holds no members. Write them as \"name: value\".",
                    "文件中没有任何成员，请按“名称: 值”书写。");
        } catch (MarkedYAMLException fault) {
            faults.add(
                    YamlMap.placeOf(file, fault.getProblemMark()),
                    FaultCode.SYNTAX,
                    "This is not YAML: %s.".formatted(fault.getProblem()),
                    "YAML 语法有误：%s。".formatted(fault.getProblem()));
        } catch (YAMLException fault) {
            faults.add(
                    Place.startOf(file),
                    FaultCode.SYNTAX,
                    "This is not YAML: %s".formatted(fault.getMessage()),
                    "YAML 语法有误：%s".formatted(fault.getMessage()));
        }
        return Optional.empty();
    }
}
